use std::io::{self, BufRead, Cursor, Read};

use super::offset::OffsetMap;
use super::source::{Opened, PlainFile};
use crate::arguments::EncodingChoice;

/// Bytes as text.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// Where what cannot be decoded begins in the bytes; `Some(None)` where that is not known.
    pub(super) bad: Option<Option<usize>>,
    /// What the bytes were read as.
    pub(super) encoding: &'static str,
}

const UTF_8: &str = "UTF-8";
const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";

/// `bytes` by their byte order mark, which is no part of the text, or else by `choice`. Where they
/// cannot be decoded they are replaced as the Unicode Standard advises. `map`, if given, gets the
/// way from the text back to the bytes.
pub(super) fn decode(
    bytes: Vec<u8>,
    choice: Option<EncodingChoice>,
    map: Option<&mut OffsetMap>,
) -> Decoded {
    let head = &bytes[..bytes.len().min(DETECTED_BY)];
    match other::of(head, choice) {
        Some(encoding) => other::decode(&bytes, encoding, map),
        None => utf8(bytes, map),
    }
}

/// UTF-8, whatever a mark says.
pub(super) fn utf8(mut bytes: Vec<u8>, map: Option<&mut OffsetMap>) -> Decoded {
    let mut marked = 0;
    if bytes.starts_with(UTF_8_MARK) {
        marked = UTF_8_MARK.len();
        bytes.drain(..marked);
    }
    let (text, bad) = match String::from_utf8(bytes) {
        Ok(text) => {
            if let Some(map) = map {
                map.push(0, marked);
            }
            (text, None)
        }
        Err(error) => {
            let bad = marked + error.utf8_error().valid_up_to();
            (lossy(error.as_bytes(), marked, map), Some(Some(bad)))
        }
    };
    Decoded {
        text,
        bad,
        encoding: UTF_8,
    }
}

/// `bytes` begin at `origin` of the input.
fn lossy(bytes: &[u8], mut origin: usize, mut map: Option<&mut OffsetMap>) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        if let Some(map) = &mut map {
            map.push(text.len(), origin);
        }
        text.push_str(chunk.valid());
        origin += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            if let Some(map) = &mut map {
                map.push(text.len(), origin);
            }
            text.push(char::REPLACEMENT_CHARACTER);
            origin += chunk.invalid().len();
        }
    }
    if let Some(map) = map {
        map.push(text.len(), origin);
    }
    text
}

/// Records of one encoding, as UTF-8.
pub(super) struct Transcoded {
    pub(super) reader: Box<dyn BufRead + Send>,
    /// Whether the records are still to be checked for being UTF-8.
    pub(super) is_raw: bool,
    /// What the bytes are read as.
    pub(super) encoding: &'static str,
    /// The file that holds these very bytes, if one does.
    pub(super) file: Option<PlainFile>,
}

impl Transcoded {
    /// What stands behind so many `bytes` comes next; only where there is a file.
    pub(super) fn go_to(&mut self, bytes: u64) -> io::Result<()> {
        if let Some(file) = &self.file {
            self.reader = file.behind(bytes)?;
        }
        Ok(())
    }
}

/// What was opened without its byte order mark, and as UTF-8 where the mark or `choice` says that
/// it is something else.
pub(super) fn transcoded(opened: Opened, choice: Option<EncodingChoice>) -> io::Result<Transcoded> {
    let Opened { mut reader, file } = opened;
    let mut head = Vec::new();
    let wanted = if choice == Some(EncodingChoice::Detect) {
        DETECTED_BY
    } else {
        UTF_8_MARK.len()
    };
    reader.by_ref().take(wanted as u64).read_to_end(&mut head)?;
    if let Some(encoding) = other::of(&head, choice) {
        return Ok(other::transcoded(Cursor::new(head).chain(reader), encoding));
    }
    let marked = if head.starts_with(UTF_8_MARK) {
        UTF_8_MARK.len()
    } else {
        0
    };
    head.drain(..marked);
    Ok(Transcoded {
        reader: Box::new(Cursor::new(head).chain(reader)),
        is_raw: true,
        encoding: UTF_8,
        file: file.map(|file| file.without(marked)),
    })
}

/// Bytes from which an encoding is guessed.
const DETECTED_BY: usize = 1 << 16;

#[cfg(feature = "encodings")]
mod other {
    use std::io::{self, BufRead, BufReader, Read};

    use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
    use encoding_rs::{Decoder, Encoding};

    use super::super::offset::OffsetMap;
    use super::super::source::BUFFER;
    use super::{DETECTED_BY, Decoded, Transcoded};
    use crate::arguments::EncodingChoice;

    /// What `head` is encoded as, if that is not UTF-8.
    pub(super) fn of(head: &[u8], choice: Option<EncodingChoice>) -> Option<&'static Encoding> {
        let encoding = match (Encoding::for_bom(head), choice) {
            (Some((marked, _)), _) => marked,
            (None, Some(EncodingChoice::Named(named))) => named,
            (None, Some(EncodingChoice::Detect)) => detected(head),
            (None, None) => encoding_rs::UTF_8,
        };
        (encoding != encoding_rs::UTF_8).then_some(encoding)
    }

    pub(super) fn decode(
        bytes: &[u8],
        encoding: &'static Encoding,
        map: Option<&mut OffsetMap>,
    ) -> Decoded {
        let (text, is_bad) = match map {
            None => {
                let (text, is_bad) = encoding.decode_with_bom_removal(bytes);
                (text.into_owned(), is_bad)
            }
            Some(map) => decode_mapped(bytes, encoding, map),
        };
        Decoded {
            text,
            bad: is_bad.then_some(None),
            encoding: encoding.name(),
        }
    }

    /// Byte by byte, so that each character is known by the byte that completes it.
    fn decode_mapped(
        bytes: &[u8],
        encoding: &'static Encoding,
        map: &mut OffsetMap,
    ) -> (String, bool) {
        let mut decoder = encoding.new_decoder_with_bom_removal();
        let (mut text, mut is_bad, mut start) = (String::new(), false, 0);
        let mut piece = String::with_capacity(LONGEST);
        for at in 0..=bytes.len() {
            let is_last = at == bytes.len();
            let byte = if is_last { &[][..] } else { &bytes[at..=at] };
            let (_, _, bad) = decoder.decode_to_string(byte, &mut piece, is_last);
            is_bad |= bad;
            if !piece.is_empty() {
                map.push(text.len(), start);
                text.push_str(&piece);
                piece.clear();
                start = (at + 1).min(bytes.len());
            }
        }
        map.push(text.len(), bytes.len());
        (text, is_bad)
    }

    /// Bytes that a decoder can give for one more byte: a replacement and what follows it.
    const LONGEST: usize = 32;

    fn detected(head: &[u8]) -> &'static Encoding {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(head, head.len() < DETECTED_BY);
        detector.guess(None, Utf8Detection::Allow)
    }

    pub(super) fn transcoded(
        reader: impl BufRead + Send + 'static,
        encoding: &'static Encoding,
    ) -> Transcoded {
        let transcoder = Transcoder {
            reader,
            decoder: encoding.new_decoder_with_bom_removal(),
            is_done: false,
        };
        Transcoded {
            reader: Box::new(BufReader::with_capacity(BUFFER, transcoder)),
            is_raw: false,
            encoding: encoding.name(),
            file: None,
        }
    }

    struct Transcoder<R> {
        reader: R,
        decoder: Decoder,
        is_done: bool,
    }

    impl<R: BufRead> Read for Transcoder<R> {
        /// `buffer` has room for a character at least.
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            while !self.is_done {
                let input = self.reader.fill_buf()?;
                let is_last = input.is_empty();
                let (result, read, written, _) =
                    self.decoder.decode_to_utf8(input, buffer, is_last);
                self.reader.consume(read);
                self.is_done = is_last && result == encoding_rs::CoderResult::InputEmpty;
                if written > 0 {
                    return Ok(written);
                }
            }
            Ok(0)
        }
    }
}

#[cfg(not(feature = "encodings"))]
mod other {
    use std::io::BufRead;

    use super::super::offset::OffsetMap;
    use super::{Decoded, Transcoded};
    use crate::arguments::EncodingChoice;

    pub(super) enum Never {}

    pub(super) fn of(_head: &[u8], _choice: Option<EncodingChoice>) -> Option<Never> {
        None
    }

    pub(super) fn decode(_bytes: &[u8], never: Never, _map: Option<&mut OffsetMap>) -> Decoded {
        match never {}
    }

    pub(super) fn transcoded(_reader: impl BufRead, never: Never) -> Transcoded {
        match never {}
    }
}
