//! Compression of the file's streams, with a cache for those that come back in the next file.
//!
//! Knows: streams. Does not know: what is in them. lopdf would compress everything at the highest level, which takes
//! several times as long for a file that is one per cent smaller.

use crate::fingerprint::fingerprint;
use lopdf::{Document as File, Object, Stream};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The level of compression, from 0 to 10. At 6 a notice takes a fifth longer and is 100 bytes smaller.
pub const LEVEL: u8 = 4;
/// The level for streams that are cached: they take the time only once.
const CACHED_LEVEL: u8 = 9;
/// At most this many streams are cached.
const CACHE_SIZE: usize = 16;

/// Compressed fonts and colour profiles, which are the same in the next file that uses the same letters.
#[derive(Default)]
pub struct StreamCache(RefCell<Streams>);

/// Fingerprint of the content → (content, compressed content). The content is compared too, as fingerprints can collide.
type Streams = BTreeMap<u64, (Vec<u8>, Vec<u8>)>;

impl StreamCache {
    /// Compresses every stream that is not compressed yet and may be.
    pub fn compress(&self, file: &mut File) {
        for object in file.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
                && !stream.dict.has(b"Filter")
            {
                // Only fonts have the key Length1, and only colour profiles the key N.
                let cached = stream.dict.has(b"Length1") || stream.dict.has(b"N");
                let compressed =
                    if cached { self.cached(&stream.content) } else { deflate(&stream.content, LEVEL) };
                replace(stream, compressed);
            }
        }
    }

    /// The compressed content, from the cache where it is there.
    fn cached(&self, content: &[u8]) -> Vec<u8> {
        let key = fingerprint(content);
        let mut cache = self.0.borrow_mut();
        if let Some((known, compressed)) = cache.get(&key)
            && known == content
        {
            return compressed.clone();
        }
        let compressed = deflate(content, CACHED_LEVEL);
        if cache.len() >= CACHE_SIZE {
            cache.clear();
        }
        cache.insert(key, (content.to_vec(), compressed.clone()));
        compressed
    }
}

/// Compresses at a level from 0 to 10.
pub fn deflate(content: &[u8], level: u8) -> Vec<u8> {
    compress_to_vec_zlib(content, level)
}

/// Puts the compressed content into the stream, if the file gets smaller by it.
fn replace(stream: &mut Stream, compressed: Vec<u8>) {
    /// The length of `/Filter/FlateDecode`.
    const FILTER_ENTRY: usize = 19;
    if compressed.len() + FILTER_ENTRY < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[test]
    fn what_comes_back_is_the_same() {
        let cache = StreamCache::default();
        let content = b"font ".repeat(200);
        let compressed = || {
            let mut file = File::with_version("1.7");
            let id = file.add_object(Stream::new(dictionary! { "Length1" => 1000 }, content.clone()));
            let short = file.add_object(Stream::new(dictionary! {}, b"short".to_vec()));
            cache.compress(&mut file);
            let stream = file.get_object(id).unwrap().as_stream().unwrap().clone();
            assert_eq!(stream.decompressed_content().unwrap(), content);
            assert_eq!(file.get_object(short).unwrap().as_stream().unwrap().content, b"short");
            stream.content
        };
        assert_eq!(compressed(), compressed());
        assert_eq!(cache.0.borrow().len(), 1);
    }
}
