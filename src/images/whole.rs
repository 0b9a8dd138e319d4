//! Checks a file before its pixels are decoded: that it is complete, and that nothing in it unfolds to more
//! than its picture.

use std::borrow::Cow;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Chunks of a PNG that are compressed separately and do not affect how the picture looks here: a colour
/// profile and texts (PNG, third edition, 11.3). A few kilobytes of them can unfold to gigabytes.
const PACKED: [&[u8; 4]; 3] = [b"iCCP", b"zTXt", b"iTXt"];

/// A PNG without its compressed metadata; any other file unchanged.
pub fn without_packed_remarks(file: &[u8]) -> Cow<'_, [u8]> {
    let Some(mut rest) = file.strip_prefix(PNG) else {
        return Cow::Borrowed(file);
    };
    let mut kept: Vec<&[u8]> = vec![PNG];
    let mut has_remarks = false;
    while let Some((length, kind)) = chunk(rest) {
        // Length, type and checksum take twelve bytes; a truncated file is left to the decoder.
        let end = length.saturating_add(12).min(rest.len());
        match PACKED.contains(&&kind) {
            true => has_remarks = true,
            false => kept.push(&rest[..end]),
        }
        rest = &rest[end..];
    }
    kept.push(rest);
    match has_remarks {
        true => Cow::Owned(kept.concat()),
        false => Cow::Borrowed(file),
    }
}

/// The length of a chunk's data, and its type.
fn chunk(bytes: &[u8]) -> Option<(usize, [u8; 4])> {
    let length = u32::from_be_bytes(*bytes.first_chunk()?);
    let kind = *bytes.get(4..)?.first_chunk()?;
    Some((usize::try_from(length).ok()?, kind))
}

/// Whether a JPEG ends before its picture does: decoders silently fill the rest with grey. Ignores what
/// cameras append after the end and skips the thumbnail that they put first.
pub fn is_cut_jpeg(file: &[u8]) -> bool {
    let Some(mut rest) = file.strip_prefix(&[0xff, 0xd8]) else {
        return false;
    };
    // Segments (ITU-T T.81, B.1.1): FF, a marker, and the length of what follows, including its own two
    // bytes.
    while let Some(at) = memchr::memchr(0xff, rest) {
        rest = &rest[at + 1..];
        match rest.first() {
            Some(0xd9) => return false,
            // Compressed pixels: an escaped FF, a restart marker, or a fill byte.
            Some(0 | 0x01 | 0xd0..=0xd8) => rest = &rest[1..],
            Some(0xff) | None => {}
            Some(_) => {
                let length = rest.get(1..).and_then(|after| after.first_chunk());
                let length = length.map_or(usize::MAX, |length| {
                    usize::from(u16::from_be_bytes(*length))
                });
                let Some(after) = length.checked_add(1).and_then(|length| rest.get(length..))
                else {
                    return true;
                };
                rest = after;
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg() -> Vec<u8> {
        let mut file = std::io::Cursor::new(Vec::new());
        let picture = image::RgbImage::from_fn(64, 48, |x, y| {
            image::Rgb([(x * 4) as u8, (y * 5) as u8, 90])
        });
        picture
            .write_to(&mut file, image::ImageFormat::Jpeg)
            .unwrap();
        file.into_inner()
    }

    #[test]
    fn a_jpeg_is_whole_or_cut_wherever_it_is_cut() {
        let whole = jpeg();
        assert!(!is_cut_jpeg(&whole));
        // A video after the picture, as telephones append it.
        assert!(!is_cut_jpeg(
            &[&whole, b"\0\0\0\x18ftypmp42".as_slice()].concat()
        ));
        // A thumbnail at the front, in an application segment.
        let mut small = vec![0xff, 0xd8, 0xff, 0xe1];
        small.extend((u16::try_from(whole.len()).unwrap() + 2).to_be_bytes());
        small.extend(&whole);
        small.extend(&whole[2..]);
        assert!(!is_cut_jpeg(&small));
        for cut in 2..whole.len() {
            assert!(is_cut_jpeg(&whole[..cut]), "{cut}");
        }
    }

    #[test]
    fn packed_remarks_are_left_out_and_nothing_else() {
        let chunk = |kind: &[u8; 4], data: &[u8]| {
            let length = u32::try_from(data.len()).unwrap().to_be_bytes();
            [&length, kind.as_slice(), data, b"crc!"].concat()
        };
        let (head, end) = (chunk(b"IHDR", b"13 bytes here"), chunk(b"IEND", b""));
        let plain = [PNG, &head, &end].concat();
        assert!(matches!(without_packed_remarks(&plain), Cow::Borrowed(_)));
        let packed = [
            PNG,
            &head,
            &chunk(b"iCCP", b"bomb"),
            &chunk(b"zTXt", b""),
            &end,
        ]
        .concat();
        assert_eq!(*without_packed_remarks(&packed), plain);
        assert_eq!(*without_packed_remarks(b"GIF89a"), *b"GIF89a");
    }

    proptest::proptest! {
        #[test]
        fn no_file_is_too_strange(bytes: Vec<u8>) {
            let _ = without_packed_remarks(&[PNG, &bytes].concat());
            let _ = is_cut_jpeg(&[&[0xff, 0xd8], bytes.as_slice()].concat());
        }
    }
}
