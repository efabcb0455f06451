//! Compression of the file's streams, with fonts that are compressed once for all files that use the same letters.
//!
//! Knows: streams. Does not know: what is in them. The writer's own way presses everything as hard as it can, which
//! takes several times as long for a file that is a hundredth smaller.

use crate::fingerprint::fingerprint;
use lopdf::{Document as File, Object, Stream};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// How hard, on a scale of 0 to 10. At 6 a notice takes a fifth longer and is 100 bytes smaller.
pub const LEVEL: u8 = 4;
/// A stream that is the same in the next file is pressed as hard as it goes, and kept.
const HARD: u8 = 9;
/// So many are kept.
const KEPT: usize = 16;

/// Streams that were compressed before.
#[derive(Default)]
pub struct Kept(RefCell<Pressed>);

/// What a stream held and what became of it, by what it held in short.
type Pressed = BTreeMap<u64, (Vec<u8>, Vec<u8>)>;

impl Kept {
    /// Compresses every stream that is not yet, and may be.
    pub fn squeeze(&self, file: &mut File) {
        for object in file.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
                && !stream.dict.has(b"Filter")
            {
                // Fonts and colour profiles say so, and come back in the next file.
                let lasting = stream.dict.has(b"Length1") || stream.dict.has(b"N");
                let small = if lasting { self.kept(&stream.content) } else { press(&stream.content, LEVEL) };
                replace(stream, small);
            }
        }
    }

    fn kept(&self, content: &[u8]) -> Vec<u8> {
        let key = fingerprint(content);
        let mut kept = self.0.borrow_mut();
        if let Some((known, small)) = kept.get(&key)
            && known == content
        {
            return small.clone();
        }
        let small = press(content, HARD);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(key, (content.to_vec(), small.clone()));
        small
    }
}

/// Compresses at a level.
pub fn press(content: &[u8], level: u8) -> Vec<u8> {
    compress_to_vec_zlib(content, level)
}

/// The filter's name takes a few bytes too.
fn replace(stream: &mut Stream, small: Vec<u8>) {
    const NAME: usize = 19;
    if small.len() + NAME < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(small);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[test]
    fn what_comes_back_is_the_same() {
        let kept = Kept::default();
        let content = b"font ".repeat(200);
        let squeezed = || {
            let mut file = File::with_version("1.7");
            let id = file.add_object(Stream::new(dictionary! { "Length1" => 1000 }, content.clone()));
            let short = file.add_object(Stream::new(dictionary! {}, b"short".to_vec()));
            kept.squeeze(&mut file);
            let stream = file.get_object(id).unwrap().as_stream().unwrap().clone();
            assert_eq!(stream.decompressed_content().unwrap(), content);
            assert_eq!(file.get_object(short).unwrap().as_stream().unwrap().content, b"short");
            stream.content
        };
        assert_eq!(squeezed(), squeezed());
        assert_eq!(kept.0.borrow().len(), 1);
    }
}
