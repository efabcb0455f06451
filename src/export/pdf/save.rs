//! The finished file as bytes.
//!
//! Standard: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams). Knows: how objects are written. Does
//! not know: what is in the file. Our own instead of lopdf's, which copies every object, compresses harder than is worth
//! the time, and does not compress the cross-reference table (7 bytes for each object). It also writes a line feed and
//! `endstream` after a stream that ends in a carriage return: a reader that takes the two bytes for one line break finds
//! the stream one byte too short, which PDF/A forbids.

use super::compress::{LEVEL, StreamCache, deflate};
use lopdf::{Dictionary, Document as File, Object, Stream, StringFormat, dictionary};
use std::io::Write as _;

/// The widths in bytes of a cross-reference entry's three fields: type, location, and index in the object stream.
const WIDTHS: [usize; 3] = [1, 4, 4];
/// The sum of [`WIDTHS`].
const ENTRY: usize = 9;

/// Where an object lies in the file.
enum Location {
    /// On its own, at this offset in bytes from the file's beginning.
    Offset(usize),
    /// Inside the object stream, at this index, from 0.
    InStream(usize),
}

/// Compresses a file and returns its bytes.
pub fn save(mut file: File, cache: &StreamCache) -> Vec<u8> {
    cache.compress(&mut file);
    // Bytes beyond ASCII in the second line tell transfer programs that the file is not text.
    let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut locations: Vec<(u32, Location)> = Vec::with_capacity(file.objects.len() + 2);
    // The object stream: pairs of object number and offset, then the objects.
    let (mut pairs, mut bodies, mut count) = (Vec::new(), Vec::new(), 0);
    for ((id, _), object) in &mut file.objects {
        if let Object::Stream(stream) = object {
            locations.push((*id, Location::Offset(out.len())));
            write_stream(*id, stream, &mut out);
        } else {
            locations.push((*id, Location::InStream(count)));
            count += 1;
            let _ = write!(pairs, "{id} {} ", bodies.len());
            write_object(object, &mut bodies);
            bodies.push(b'\n');
        }
    }
    let object_stream = file.max_id + 1;
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let entries = dictionary! { "Type" => "ObjStm", "N" => number(count), "First" => number(pairs.len()) };
    pairs.extend(bodies);
    locations.push((object_stream, Location::Offset(out.len())));
    write_stream(object_stream, &mut compressed(entries, &pairs), &mut out);

    let cross_reference = object_stream + 1;
    let start = out.len();
    locations.push((cross_reference, Location::Offset(start)));
    let mut entries = dictionary! {
        "Type" => "XRef",
        "Size" => i64::from(cross_reference) + 1,
        "W" => WIDTHS.into_iter().map(|width| number(width).into()).collect::<Vec<Object>>(),
        "Index" => index(&locations),
        "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => number(ENTRY) },
    };
    for key in [&b"Root"[..], b"Info", b"ID"] {
        if let Ok(value) = file.trailer.get(key) {
            entries.set(key, value.clone());
        }
    }
    let rows = cross_reference_rows(&locations, object_stream);
    write_stream(cross_reference, &mut compressed(entries, &rows), &mut out);
    let _ = write!(out, "startxref\n{start}\n%%EOF\n");
    out
}

fn compressed(mut entries: Dictionary, content: &[u8]) -> Stream {
    entries.set("Filter", "FlateDecode");
    Stream::new(entries, deflate(content, LEVEL))
}

/// Which object numbers the cross-reference stream lists: the first and the count of each unbroken range.
fn index(locations: &[(u32, Location)]) -> Vec<Object> {
    let ranges = locations.chunk_by(|(a, _), (b, _)| a + 1 == *b);
    let pair = |range: &[(u32, Location)]| {
        let first = range.first().map_or(0, |(id, _)| i64::from(*id));
        [first.into(), i64::try_from(range.len()).unwrap_or(i64::MAX).into()]
    };
    ranges.flat_map(pair).collect()
}

/// The cross-reference entries, each as its difference from the one before it (PNG's filter "up"): most bytes become
/// zero, which compresses well.
fn cross_reference_rows(locations: &[(u32, Location)], object_stream: u32) -> Vec<u8> {
    /// Stands before each row and names its filter.
    const UP: u8 = 2;
    let mut last = vec![0; ENTRY];
    let mut rows = Vec::with_capacity(locations.len() * (ENTRY + 1));
    for (_, location) in locations {
        let (kind, second, third) = match location {
            Location::Offset(offset) => (1, u32::try_from(*offset).unwrap_or(u32::MAX), 0),
            Location::InStream(index) => (2, object_stream, u32::try_from(*index).unwrap_or(u32::MAX)),
        };
        let entry = [&[kind][..], &second.to_be_bytes(), &third.to_be_bytes()].concat();
        rows.push(UP);
        rows.extend(entry.iter().zip(&last).map(|(now, before)| now.wrapping_sub(*before)));
        last = entry;
    }
    rows
}

/// Writes a stream so that it does not end in a carriage return: a line feed is added, and counted in its length. Streams
/// that end so are compressed ones, and compressed data says by itself where it ends.
fn write_stream(id: u32, stream: &mut Stream, out: &mut Vec<u8>) {
    let mut length = stream.content.len();
    if stream.content.last() == Some(&b'\r') {
        length += 1;
    }
    stream.dict.set("Length", i64::try_from(length).unwrap_or(i64::MAX));
    let _ = writeln!(out, "{id} 0 obj");
    write_dictionary(&stream.dict, out);
    out.extend_from_slice(b"stream\n");
    out.extend_from_slice(&stream.content);
    if length > stream.content.len() {
        out.push(b'\n');
    }
    out.extend_from_slice(b"\nendstream\nendobj\n");
}

/// Writes an object that stands inside another one or in the object stream.
fn write_object(object: &Object, out: &mut Vec<u8>) {
    // Writing to memory does not fail.
    let _ = match object {
        Object::Boolean(value) => write!(out, "{value}"),
        Object::Integer(value) => write!(out, "{value}"),
        Object::Real(value) => write!(out, "{value}"),
        Object::Reference((id, generation)) => write!(out, "{id} {generation} R"),
        Object::Name(name) => return write_name(name, out),
        Object::String(text, format) => return write_string(text, *format, out),
        Object::Array(items) => return write_array(items, out),
        Object::Dictionary(entries) => return write_dictionary(entries, out),
        // A stream never stands inside anything.
        Object::Null | Object::Stream(_) => write!(out, "null"),
    };
}

fn write_array(items: &[Object], out: &mut Vec<u8>) {
    out.push(b'[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 && !delimits(item) {
            out.push(b' ');
        }
        write_object(item, out);
    }
    out.push(b']');
}

fn write_dictionary(entries: &Dictionary, out: &mut Vec<u8>) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        write_name(key, out);
        if !delimits(value) {
            out.push(b' ');
        }
        write_object(value, out);
    }
    out.extend_from_slice(b">>");
}

/// Whether an object begins with a delimiter (ISO 32000-1, 7.2.2), so that no blank is needed before it.
const fn delimits(object: &Object) -> bool {
    matches!(object, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_))
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"#()<>[]{}/%".contains(byte) {
            out.push(*byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

fn write_string(text: &[u8], format: StringFormat, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    if matches!(format, StringFormat::Hexadecimal) {
        let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied();
        out.push(b'<');
        out.extend(text.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(digit));
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What must not be in a file: a stream that ends in a carriage return.
    const AMBIGUOUS_END: &[u8] = b"\r\nendstream";

    /// A small file whose only stream depends on a number.
    fn file(number: i64) -> File {
        let mut file = File::with_version("1.7");
        let text = format!("{number} ").repeat(20).into_bytes();
        let content = file.add_object(Stream::new(dictionary! {}, text));
        // Object numbers that are not in use, as in a real file after pruning.
        file.max_id += 3;
        let numbers: Vec<Object> = (0..20).map(|at| file.add_object(number + at).into()).collect();
        let catalog = dictionary! { "Type" => "Catalog", "Content" => content, "Numbers" => numbers };
        let catalog = file.add_object(catalog);
        file.trailer.set("Root", catalog);
        file
    }

    #[test]
    fn no_stream_ends_in_a_carriage_return_and_all_is_found_again() {
        let mut ambiguous = 0;
        for number in 0..1500 {
            let text = format!("{number} ").repeat(20);
            ambiguous += usize::from(deflate(text.as_bytes(), LEVEL).last() == Some(&b'\r'));
            let bytes = save(file(number), &StreamCache::default());
            assert!(!bytes.windows(AMBIGUOUS_END.len()).any(|window| window == AMBIGUOUS_END), "{number}");
            let read = File::load_mem(&bytes).unwrap();
            let content = read.catalog().unwrap().get(b"Content").unwrap().as_reference().unwrap();
            let content =
                read.get_object(content).unwrap().as_stream().unwrap().decompressed_content().unwrap();
            assert_eq!(content, text.as_bytes());
            for (at, it) in
                (number..).zip(read.catalog().unwrap().get(b"Numbers").unwrap().as_array().unwrap())
            {
                assert_eq!(read.get_object(it.as_reference().unwrap()).unwrap().as_i64().unwrap(), at);
            }
        }
        // Some of the streams must have been of the kind that this is about.
        assert!(ambiguous > 3, "{ambiguous}");
    }

    #[test]
    fn every_kind_of_object_comes_back() {
        let whole = dictionary! {
            "A(b) #/ä" => Object::Null,
            "Yes" => true,
            "Real" => -0.25_f32,
            "Name" => Object::Name(b"two words".to_vec()),
            "Text" => Object::string_literal("(a) \\ b)\r\n"),
            "Bytes" => Object::String((0..=255).collect(), StringFormat::Hexadecimal),
            "List" => vec![1.into(), 2.into(), Object::Array(Vec::new()), (-3).into(), Object::Null],
        };
        let mut file = file(1);
        let id = file.add_object(whole.clone());
        let read = File::load_mem(&save(file, &StreamCache::default())).unwrap();
        assert_eq!(read.get_dictionary(id).unwrap(), &whole);
    }
}
