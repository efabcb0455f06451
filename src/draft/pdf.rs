//! The draft inside a PDF notice that Seloste exported.
//!
//! The exporter attaches the draft's JSON as a stream whose dictionary has the key `/SELO_Draft`, and such a stream is
//! never hidden inside another one. Here it is found by that key, without reading the rest of the PDF: the app has no
//! PDF reader, and the exporter is not part of it. The length and zlib's checksum must fit: what is damaged is refused.
//! Programs that write the file anew may keep the draft, and often do.

use super::inflate::inflate;
use super::{MAX_BYTES, OpenError};

/// What a PDF begins with, not later than after this many bytes.
const HEADER: &[u8] = b"%PDF-";
const HEADER_WITHIN: usize = 1024;

/// The key of the draft's stream.
const KEY: &[u8] = b"/SELO_Draft";

/// A stream's dictionary is far shorter than this.
const LONGEST_DICTIONARY: usize = 1024;

/// Whether a file is a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    find(bytes.get(..HEADER_WITHIN).unwrap_or(bytes), HEADER).is_some()
}

/// The draft's JSON in a PDF.
pub(super) fn attached(bytes: &[u8]) -> Result<String, OpenError> {
    let mut from = 0;
    let mut reason = None;
    while let Some(at) = bytes.get(from..).and_then(|rest| find(rest, KEY)) {
        let (before, key) = bytes.split_at_checked(from + at).unwrap_or_default();
        let after = key.get(KEY.len()..).unwrap_or_default();
        from += at + KEY.len();
        // The words may stand in a title as well: only a stream counts.
        let Some((dictionary, content)) = stream(before, after) else { continue };
        match read(bytes, dictionary, content) {
            Ok(json) => return Ok(json),
            Err(why) => reason = Some(why),
        }
    }
    Err(reason.map_or(OpenError::PdfWithoutDraft, |reason| OpenError::Damaged { reason: reason.to_owned() }))
}

/// The dictionary round the key, and everything after the word `stream` and its line break.
fn stream<'a>(before: &'a [u8], after: &'a [u8]) -> Option<([&'a [u8]; 2], &'a [u8])> {
    let before = before.get(before.len().saturating_sub(LONGEST_DICTIONARY)..)?;
    let start = rfind(before, b" obj")?;
    let end = find(after.get(..LONGEST_DICTIONARY).unwrap_or(after), b"stream")?;
    let (inside, rest) = after.split_at_checked(end)?;
    let dictionary = [before.get(start..)?, inside];
    if dictionary.iter().any(|part| find(part, b"endobj").is_some())
        || !inside.trim_ascii_end().ends_with(b">>")
    {
        return None;
    }
    let rest = rest.strip_prefix(b"stream")?;
    let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
    Some((dictionary, rest))
}

fn read(file: &[u8], dictionary: [&[u8]; 2], content: &[u8]) -> Result<String, &'static str> {
    let entry = |key: &[u8]| {
        dictionary.iter().find_map(|part| find(part, key).and_then(|at| part.get(at + key.len()..)))
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

/// A whole number after a key; not one that refers to another object (`12 0 R`).
fn number(text: &[u8]) -> Option<usize> {
    let (digits, rest) = digits(text)?;
    if rest.trim_ascii_start().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// A whole number in an object of its own, to which `12 0 R` refers: programs that write while they read know a length
/// only afterwards.
fn number_elsewhere(file: &[u8], text: &[u8]) -> Option<usize> {
    let (object, rest) = digits(text)?;
    let (generation, rest) = digits(rest)?;
    rest.trim_ascii_start().strip_prefix(b"R")?;
    let head = [b"\n", object, b" ", generation, b" obj"].concat();
    let at = find(file, &head)?;
    number(file.get(at + head.len()..)?)
}

/// The digits that a text begins with, and what stands after them.
fn digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let text = text.trim_ascii_start();
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(count).filter(|(digits, _)| !digits.is_empty())
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

    proptest! {
        #[test]
        fn a_file_that_lost_or_changed_a_piece_is_never_another_draft(cut in any::<usize>(), len in 0usize..9, with in any::<Vec<u8>>()) {
            let json = "{\"name\": \"pensas\", \"more\": [1, 2, 3]}";
            let mut bytes = flat(json);
            let start = cut % bytes.len();
            let end = (start + len).min(bytes.len());
            bytes.splice(start..end, with);
            if let Ok(read) = attached(&bytes) {
                prop_assert_eq!(read, json);
            }
        }
    }
}
