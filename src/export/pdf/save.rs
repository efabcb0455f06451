//! The finished file as bytes: small, and with streams whose end is beyond doubt.
//!
//! Law: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (lists of objects as streams). Knows: how objects are written.
//! Does not know: what is in the file. lopdf's own way copies every object, compresses harder than is worth the time,
//! leaves the list of objects (7 bytes for each) as it is, and writes `endstream` after a line feed even where the stream
//! ends in a carriage return: a reader that takes the two for one line break then finds the stream a byte short, and
//! PDF/A forbids that.

use super::squeeze::{Kept, LEVEL, press};
use lopdf::{Dictionary, Document as File, Object, Stream, StringFormat, dictionary};
use std::io::Write as _;

/// The widths of an entry in the list of objects: its kind, its place, and its number there.
const WIDTHS: [usize; 3] = [1, 4, 4];
/// All of them.
const ENTRY: usize = 9;

/// Where an object lies in the file.
enum Place {
    /// So many bytes from its beginning.
    At(usize),
    /// In the object stream, as so many objects after its first.
    Inside(usize),
}

/// Compresses a file and gives its bytes.
pub fn save(mut file: File, kept: &Kept) -> Vec<u8> {
    kept.squeeze(&mut file);
    // Bytes beyond ASCII in the second line say that the file is not text.
    let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut places: Vec<(u32, Place)> = Vec::with_capacity(file.objects.len() + 2);
    let (mut heads, mut bodies, mut count) = (Vec::new(), Vec::new(), 0);
    for ((id, _), object) in &mut file.objects {
        if let Object::Stream(stream) = object {
            places.push((*id, Place::At(out.len())));
            write_stream(*id, stream, &mut out);
        } else {
            places.push((*id, Place::Inside(count)));
            count += 1;
            let _ = write!(heads, "{id} {} ", bodies.len());
            write_object(object, &mut bodies);
            bodies.push(b'\n');
        }
    }
    let packed = file.max_id + 1;
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let entries = dictionary! { "Type" => "ObjStm", "N" => number(count), "First" => number(heads.len()) };
    heads.extend(bodies);
    places.push((packed, Place::At(out.len())));
    write_stream(packed, &mut compressed(entries, &heads), &mut out);

    let own = packed + 1;
    let start = out.len();
    places.push((own, Place::At(start)));
    let mut entries = dictionary! {
        "Type" => "XRef",
        "Size" => i64::from(own) + 1,
        "W" => WIDTHS.into_iter().map(|width| number(width).into()).collect::<Vec<Object>>(),
        "Index" => index(&places),
        "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => number(ENTRY) },
    };
    for key in [&b"Root"[..], b"Info", b"ID"] {
        if let Ok(value) = file.trailer.get(key) {
            entries.set(key, value.clone());
        }
    }
    let list = differences(&places, packed);
    write_stream(own, &mut compressed(entries, &list), &mut out);
    let _ = write!(out, "startxref\n{start}\n%%EOF\n");
    out
}

fn compressed(mut entries: Dictionary, content: &[u8]) -> Stream {
    entries.set("Filter", "FlateDecode");
    Stream::new(entries, press(content, LEVEL))
}

/// The numbers of the objects in the list, as first ones and counts.
fn index(places: &[(u32, Place)]) -> Vec<Object> {
    let stretches = places.chunk_by(|(a, _), (b, _)| a + 1 == *b);
    let pair = |stretch: &[(u32, Place)]| {
        let first = stretch.first().map_or(0, |(id, _)| i64::from(*id));
        [first.into(), i64::try_from(stretch.len()).unwrap_or(i64::MAX).into()]
    };
    stretches.flat_map(pair).collect()
}

/// Each entry of the list as what has changed since the one before it: mostly nothing, which compresses well.
fn differences(places: &[(u32, Place)], packed: u32) -> Vec<u8> {
    let mut last = vec![0; ENTRY];
    let mut rows = Vec::with_capacity(places.len() * (ENTRY + 1));
    for (_, place) in places {
        let (kind, far, near) = match place {
            Place::At(byte) => (1, u32::try_from(*byte).unwrap_or(u32::MAX), 0),
            Place::Inside(at) => (2, packed, u32::try_from(*at).unwrap_or(u32::MAX)),
        };
        let entry = [&[kind][..], &far.to_be_bytes(), &near.to_be_bytes()].concat();
        // PNG's filter "up".
        rows.push(2);
        rows.extend(entry.iter().zip(&last).map(|(now, before)| now.wrapping_sub(*before)));
        last = entry;
    }
    rows
}

/// A stream that does not end in a carriage return. Compressed data says by itself where it ends.
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

/// An object that stands inside another one, or in an object stream.
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

/// Whether an object begins with a character that ends what stands before it.
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

    /// What must not be: a stream that ends in a carriage return.
    const IN_DOUBT: &[u8] = b"\r\nendstream";

    /// A small file around a number.
    fn file(number: i64) -> File {
        let mut file = File::with_version("1.7");
        let text = format!("{number} ").repeat(20).into_bytes();
        let content = file.add_object(Stream::new(dictionary! {}, text));
        // A number that nothing has.
        file.max_id += 3;
        let numbers: Vec<Object> = (0..20).map(|at| file.add_object(number + at).into()).collect();
        let catalog = dictionary! { "Type" => "Catalog", "Content" => content, "Numbers" => numbers };
        let catalog = file.add_object(catalog);
        file.trailer.set("Root", catalog);
        file
    }

    #[test]
    fn no_stream_ends_in_doubt_and_all_is_found_again() {
        let mut in_doubt = 0;
        for number in 0..1500 {
            let text = format!("{number} ").repeat(20);
            in_doubt += usize::from(press(text.as_bytes(), LEVEL).last() == Some(&b'\r'));
            let bytes = save(file(number), &Kept::default());
            assert!(!bytes.windows(IN_DOUBT.len()).any(|part| part == IN_DOUBT), "{number}");
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
        // Otherwise the test has seen nothing.
        assert!(in_doubt > 3, "{in_doubt}");
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
        let read = File::load_mem(&save(file, &Kept::default())).unwrap();
        assert_eq!(read.get_dictionary(id).unwrap(), &whole);
    }
}
