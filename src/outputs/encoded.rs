//! Compresses files for publication beside the originals.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::headers::COMPRESSED;
use crate::model::ContentEncoding;
use crate::site::DataFile;

/// Whether a file of this name is worth compressing.
pub fn is_compressed(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    COMPRESSED.contains(&ending) || DataFile::is_at(path)
}

/// The bytes of a file in an encoding, as small as possible; `None` if that is not smaller.
pub fn encoded(bytes: &[u8], encoding: ContentEncoding) -> Option<Vec<u8>> {
    let encoded = match encoding {
        ContentEncoding::Gzip => {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder
                .write_all(bytes)
                .and_then(|()| encoder.finish())
                .ok()?
        }
        ContentEncoding::Brotli => {
            let mut out = Vec::new();
            // The highest quality, and a window of 4 MB (RFC 7932 allows 16).
            let mut encoder = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
            encoder.write_all(bytes).ok()?;
            drop(encoder);
            out
        }
    };
    (encoded.len() < bytes.len()).then_some(encoded)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn texts_are_compressed_and_so_are_the_data_of_the_site() {
        for path in [
            "index.html",
            "data/cpsv-ap.jsonld",
            "data/hsds/services.json",
        ] {
            assert!(is_compressed(path), "{path}");
        }
        // A server would not know what such a file of an editor is once it is compressed.
        for path in ["plan.png", "table.json", "data/hsds/other.json"] {
            assert!(!is_compressed(path), "{path}");
        }
    }

    #[test]
    fn what_is_encoded_comes_back() {
        let text = "Le guichet est ouvert. ".repeat(50).into_bytes();
        let gzip = encoded(&text, ContentEncoding::Gzip).unwrap();
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&*gzip)
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, text);
        let small = encoded(&text, ContentEncoding::Brotli).unwrap();
        let mut back = Vec::new();
        brotli::Decompressor::new(&*small, 4096)
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, text);
        assert!(small.len() < gzip.len());
        assert_eq!(encoded(b"a", ContentEncoding::Gzip), None);
    }
}
