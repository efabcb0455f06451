//! The finished file as bytes: small, and with streams whose end is beyond doubt.
//!
//! Knows: lopdf, where a PDF keeps its list of objects. Does not know: what is in the file.
//! What lopdf leaves undone: it writes the list of objects (7 bytes for each) without compressing it, and the word
//! `endstream` after a line feed even where the stream ends in a carriage return; a reader that takes the two for one
//! line break then finds the stream a byte short, and PDF/A forbids that.

use super::squeeze::{Kept, LEVEL};
use lopdf::{Document as File, Object, SaveOptions, Stream};

/// How many objects are compressed together, at most. The later ones are for the rare file whose streams of objects
/// end in a carriage return: other groups give other checksums, with which they end.
const GROUPS: [usize; 8] = [1000, 97, 61, 31, 23, 17, 11, 7];

/// A stream that ends in a carriage return, as it must not.
const IN_DOUBT: &[u8] = b"\r\nendstream";

/// What stands before and after the content of a stream.
const BEFORE: &[u8] = b"stream\n";

/// The bytes of an entry in the list of objects: its kind, its place, and its number there.
const ENTRY: usize = 7;

/// Compresses a file and gives its bytes.
pub fn save(mut file: File, kept: &Kept) -> Result<Vec<u8>, lopdf::Error> {
    kept.squeeze(&mut file);
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            seal(stream);
        }
    }
    let highest = file.max_id;
    let mut bytes = Vec::new();
    for most in GROUPS {
        bytes.clear();
        file.max_id = highest;
        let options = SaveOptions::builder()
            .use_object_streams(true)
            .use_xref_streams(true)
            .max_objects_per_stream(most)
            .compression_level(LEVEL.into());
        file.save_with_options(&mut bytes, options.build())?;
        if find(&bytes, IN_DOUBT).is_none() {
            break;
        }
    }
    Ok(with_short_list(&bytes).unwrap_or(bytes))
}

/// Makes a stream end in something else than a carriage return. Compressed data says by itself where it ends.
fn seal(stream: &mut Stream) {
    if stream.content.last() == Some(&b'\r') {
        let mut content = std::mem::take(&mut stream.content);
        content.push(b'\n');
        stream.set_content(content);
    }
}

/// The same file with its list of objects compressed; `None` if the list is not written as we know it.
fn with_short_list(bytes: &[u8]) -> Option<Vec<u8>> {
    let tail = rfind(bytes, b"\nstartxref\n")?;
    let place = bytes.get(tail..)?.split(|byte| *byte == b'\n').nth(2)?;
    let place: usize = std::str::from_utf8(place).ok()?.parse().ok()?;
    let (before, list) = bytes.split_at_checked(place)?;
    let (head, rest) = list.split_at_checked(find(list, BEFORE)?)?;
    let head = std::str::from_utf8(head).ok()?;
    let (start, after) = head.split_once("/Length ")?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let (length, end) = after.split_at_checked(digits)?;
    let (entries, rest) = rest.get(BEFORE.len()..)?.split_at_checked(length.parse().ok()?)?;
    let mut stream = Stream::new(lopdf::Dictionary::new(), differences(entries)?);
    stream.compress().ok()?;
    stream.dict.get(b"Filter").ok()?;
    seal(&mut stream);
    let length = stream.content.len();
    let how = format!("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {ENTRY}>>");
    let head = format!("{start}/Length {length}{how}{end}");
    Some([before, head.as_bytes(), BEFORE, &stream.content, rest].concat())
}

/// Each entry as what has changed since the one before it: mostly nothing, which compresses well.
fn differences(entries: &[u8]) -> Option<Vec<u8>> {
    let (entries, []) = entries.as_chunks::<ENTRY>() else { return None };
    let mut last = &[0; ENTRY];
    let mut rows = Vec::new();
    for entry in entries {
        // PNG's filter "up".
        rows.push(2);
        rows.extend(entry.iter().zip(last).map(|(now, before)| now.wrapping_sub(*before)));
        last = entry;
    }
    Some(rows)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn rfind(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    /// A small file around a number.
    fn file(number: i64) -> File {
        let mut file = File::with_version("1.7");
        let text = format!("{number} ").repeat(20).into_bytes();
        let content = file.add_object(Stream::new(dictionary! {}, text));
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
            let mut plain = Vec::new();
            let mut naive = file(number);
            naive.compress();
            let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true);
            naive.save_with_options(&mut plain, options.build()).unwrap();
            in_doubt += usize::from(find(&plain, IN_DOUBT).is_some());

            let bytes = save(file(number), &Kept::default()).unwrap();
            assert_eq!(find(&bytes, IN_DOUBT), None, "{number}");
            assert!(find(&bytes, b"/Predictor 12").is_some(), "{number}");
            let read = File::load_mem(&bytes).unwrap();
            let content = read.catalog().unwrap().get(b"Content").unwrap().as_reference().unwrap();
            let content =
                read.get_object(content).unwrap().as_stream().unwrap().decompressed_content().unwrap();
            assert!(content.starts_with(format!("{number} ").as_bytes()));
            for (at, it) in
                (number..).zip(read.catalog().unwrap().get(b"Numbers").unwrap().as_array().unwrap())
            {
                assert_eq!(read.get_object(it.as_reference().unwrap()).unwrap().as_i64().unwrap(), at);
            }
        }
        // Otherwise the test has seen nothing.
        assert!(in_doubt > 3, "{in_doubt}");
    }
}
