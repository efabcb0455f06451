//! The draft inside a PDF notice that Seloste exported.
//!
//! The exporter attaches the draft's JSON as a stream whose dictionary has the key `/SELO_Draft`, and never puts that
//! stream inside another one. Here the file is searched for that key and the rest of the PDF is not parsed: the app has
//! no PDF reader, and the exporter is not part of it. The length and zlib's checksum must be right, so that a damaged
//! draft is refused. Programs that rewrite a PDF often keep the draft.
//! The time grows with the size of the file, also for a file made to be slow: only so many streams are read.

use super::inflate::inflate;
use super::{MAX_BYTES, OpenError};

/// Every PDF has this within its first [`HEADER_WITHIN`] bytes.
const HEADER: &[u8] = b"%PDF-";
const HEADER_WITHIN: usize = 1024;

/// The key of the draft's stream.
const KEY: &[u8] = b"/SELO_Draft";

/// How far the dictionary of the draft's stream may reach before and after its key, in bytes.
const LONGEST_DICTIONARY: usize = 1024;

/// At most this many streams with the key are read. An exported file has one, and each rewriting that appends to the
/// file can add one. Reading a stream can mean a walk over the whole file (for its length) and 5 MB of inflated text.
const MOST_STREAMS: usize = 16;

/// Whether a file is a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    find(bytes.get(..HEADER_WITHIN).unwrap_or(bytes), HEADER).is_some()
}

/// The draft's JSON in a PDF: the first stream with the key that can be read.
pub(super) fn attached(bytes: &[u8]) -> Result<String, OpenError> {
    let mut reason = OpenError::PdfWithoutDraft;
    for (dictionary, content) in streams(bytes).take(MOST_STREAMS) {
        match read(bytes, dictionary, content) {
            Ok(json) => return Ok(json),
            Err(why) => reason = OpenError::Damaged { reason: why.to_owned() },
        }
    }
    Err(reason)
}

/// A dictionary as the bytes before and after the key in it.
type Halves<'a> = [&'a [u8]; 2];

/// Every stream whose dictionary holds the key, as its dictionary and everything after the word `stream`. A key outside
/// a dictionary, such as one in a title, is passed over.
fn streams(bytes: &[u8]) -> impl Iterator<Item = (Halves<'_>, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        loop {
            let (before, key) = rest.split_at_checked(find(rest, KEY)?)?;
            rest = key.get(KEY.len()..)?;
            if let Some(found) = stream(before, rest) {
                return Some(found);
            }
        }
    })
}

/// The dictionary around a key, from the bytes before it and after it, and everything after the word `stream` and its
/// line break.
fn stream<'a>(before: &'a [u8], after: &'a [u8]) -> Option<(Halves<'a>, &'a [u8])> {
    let before = before.get(before.len().saturating_sub(LONGEST_DICTIONARY)..)?;
    let start = rfind(before, b" obj")?;
    let end = find(after.get(..LONGEST_DICTIONARY).unwrap_or(after), b"stream")?;
    let (inside, rest) = after.split_at_checked(end)?;
    let dictionary = [before.get(start..)?, inside];
    if dictionary.iter().any(|half| find(half, b"endobj").is_some())
        || !inside.trim_ascii_end().ends_with(b">>")
    {
        return None;
    }
    let rest = rest.strip_prefix(b"stream")?;
    let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
    Some((dictionary, rest))
}

/// The text of a stream, or what is wrong with it. `content` begins with the stream and may go on after it.
fn read(file: &[u8], dictionary: Halves<'_>, content: &[u8]) -> Result<String, &'static str> {
    let entry = |key: &[u8]| {
        dictionary.iter().find_map(|half| find(half, key).and_then(|at| half.get(at + key.len()..)))
    };
    let length = entry(b"/Length").and_then(|text| number(text).or_else(|| number_elsewhere(file, text)));
    let length = length.ok_or("PDF: no length")?;
    let (content, end) = content.split_at_checked(length).ok_or("PDF: the attached draft breaks off")?;
    if !end.trim_ascii_start().starts_with(b"endstream") {
        return Err("PDF: the attached draft is not as long as it says");
    }
    let filter = entry(b"/Filter").map(<[u8]>::trim_ascii_start);
    let filter = filter.map(|filter| filter.strip_prefix(b"[").unwrap_or(filter).trim_ascii_start());
    let bytes = match filter {
        None => content.to_vec(),
        Some(filter) if filter.starts_with(b"/FlateDecode") => {
            inflate(content, MAX_BYTES).ok_or("PDF: the attached draft fails its checksum")?
        }
        Some(_) => return Err("PDF: the attached draft is written in another way"),
    };
    String::from_utf8(bytes).map_err(|_| "PDF: the attached draft is not UTF-8")
}

/// The whole number after a key; `None` for a reference to another object (`12 0 R`).
fn number(text: &[u8]) -> Option<usize> {
    let (digits, rest) = digits(text)?;
    if rest.trim_ascii_start().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// The whole number in the object that `12 0 R` refers to: a program that writes a stream as it comes knows the length
/// only afterwards. Searches the whole file.
fn number_elsewhere(file: &[u8], text: &[u8]) -> Option<usize> {
    let (object, rest) = digits(text)?;
    let (generation, rest) = digits(rest)?;
    rest.trim_ascii_start().strip_prefix(b"R")?;
    let head = [b"\n", object, b" ", generation, b" obj"].concat();
    let at = find(file, &head)?;
    number(file.get(at + head.len()..)?)
}

/// Splits off the digits at the beginning of a text, after blanks; `None` when it begins with no digit.
fn digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let text = text.trim_ascii_start();
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(count).filter(|(digits, _)| !digits.is_empty())
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

fn rfind(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib as deflate;
    use proptest::prelude::*;

    fn pdf(entries: &str, content: &[u8]) -> Vec<u8> {
        let title = b"%PDF-1.7\n1 0 obj\n<</Title(/SELO_Draft stream)>>\nendobj\n";
        let head = format!("2 0 obj\n<</Type/EmbeddedFile{entries}>>stream\n");
        [title, head.as_bytes(), content, b"\nendstream\nendobj\n%%EOF"].concat()
    }

    fn flat(json: &str) -> Vec<u8> {
        let content = deflate(json.as_bytes(), 9);
        pdf(&format!("/SELO_Draft 1/Params<</Size 3>>/Length {}/Filter/FlateDecode", content.len()), &content)
    }

    fn damaged(bytes: &[u8]) -> String {
        match attached(bytes) {
            Err(OpenError::Damaged { reason }) => reason,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_draft_is_found_however_it_is_written() {
        assert_eq!(attached(&flat("{\"ä\": 1}")).as_deref(), Ok("{\"ä\": 1}"));
        assert_eq!(attached(&pdf("/Length 2 /SELO_Draft 1 ", b"{}")).as_deref(), Ok("{}"));
        let content = deflate(b"[]", 9);
        let spaced = format!(" /Filter [ /FlateDecode ] /Length {}\n /SELO_Draft 1 ", content.len());
        assert_eq!(attached(&pdf(&spaced, &content)).as_deref(), Ok("[]"));
        let later = [&pdf("/Length 30 0 R /SELO_Draft 1 ", b"{}")[..], b"\n30 0 obj\n2\nendobj\n"].concat();
        assert_eq!(attached(&later).as_deref(), Ok("{}"));
    }

    #[test]
    fn a_pdf_without_a_draft_is_told_apart() {
        for bytes in
            [&b"%PDF-1.7"[..], b"%PDF-1.7\n/SELO_Draft", b"%PDF-1.4 1 0 obj /SELO_Draft endobj stream\n"]
        {
            assert!(is_pdf(bytes));
            assert_eq!(attached(bytes), Err(OpenError::PdfWithoutDraft));
        }
        assert!(!is_pdf(b"{\"format\": \"seloste\"}") && !is_pdf(b""));
    }

    #[test]
    fn damage_is_refused_with_a_reason() {
        let whole = flat(&"{\"name\": \"pensas\"} ".repeat(20));
        let start = find(&whole, b">>stream\n").unwrap() + 9;
        for at in start + 2..start + 20 {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            assert!(damaged(&bytes).contains("checksum"), "byte {at}");
        }
        assert!(damaged(&whole[..start + 10]).contains("breaks off"));
        assert!(damaged(&pdf("/Length 1/SELO_Draft 1", b"{}")).contains("as long"));
        assert!(damaged(&pdf("/Length 99999999999999999999999/SELO_Draft 1", b"{}")).contains("length"));
        assert!(damaged(&pdf("/Length 7 0 R/SELO_Draft 1", b"{}")).contains("length"));
        assert!(damaged(&pdf("/SELO_Draft 1", b"{}")).contains("length"));
        assert!(damaged(&pdf("/Length 2/Filter/LZWDecode/SELO_Draft 1", b"{}")).contains("another way"));
        assert!(damaged(&pdf("/Length 2/SELO_Draft 1", b"\xFF\xFE")).contains("UTF-8"));
        // A small file that would fill the memory.
        let bomb = deflate(&vec![b' '; MAX_BYTES + 1], 9);
        let bomb = pdf(&format!("/SELO_Draft 1/Length {}/Filter/FlateDecode", bomb.len()), &bomb);
        assert!(damaged(&bomb).contains("checksum"));
    }

    /// A stream that says where its length stands, and no such object is in the file: finding that out takes a search
    /// through the whole file.
    const WITHOUT_LENGTH: &[u8] = b"1 0 obj\n<</SELO_Draft 1/Length 9999999 0 R>>stream\nendstream\nendobj\n";

    #[test]
    fn only_so_many_streams_are_read() {
        let after = |broken: usize| [&WITHOUT_LENGTH.repeat(broken)[..], &flat("{}")].concat();
        assert_eq!(attached(&after(MOST_STREAMS - 1)).as_deref(), Ok("{}"));
        assert!(damaged(&after(MOST_STREAMS)).contains("length"));
    }

    /// 16,000 searches through a megabyte would take minutes.
    #[test]
    fn a_file_of_nothing_but_broken_drafts_is_refused_at_once() {
        let bytes = WITHOUT_LENGTH.repeat(1_000_000 / WITHOUT_LENGTH.len());
        assert!(damaged(&bytes).contains("length"));
    }

    proptest! {
        #[test]
        fn a_file_that_lost_or_changed_a_piece_is_never_another_draft(cut in any::<usize>(), len in 0usize..9, replacement in any::<Vec<u8>>()) {
            let json = "{\"name\": \"pensas\", \"more\": [1, 2, 3]}";
            let mut bytes = flat(json);
            let start = cut % bytes.len();
            let end = (start + len).min(bytes.len());
            bytes.splice(start..end, replacement);
            if let Ok(read) = attached(&bytes) {
                prop_assert_eq!(read, json);
            }
        }
    }
}
