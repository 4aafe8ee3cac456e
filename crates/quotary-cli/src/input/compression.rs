use std::io::{self, BufReader, Read};

use super::source::BUFFER;

/// Bytes that were decompressed where that was needed.
pub(super) struct Decompressed {
    pub(super) reader: Box<dyn Read + Send>,
    /// Whether they were not: they are those of the file.
    pub(super) is_plain: bool,
}

/// What `raw` holds, decompressed if its first bytes say that it is compressed.
pub(super) fn decompressed(mut raw: impl Read + Send + 'static) -> io::Result<Decompressed> {
    let mut head = Vec::with_capacity(LONGEST);
    raw.by_ref().take(LONGEST as u64).read_to_end(&mut head)?;
    let format = FORMATS.iter().find(|format| head.starts_with(format.magic));
    let whole = BufReader::with_capacity(BUFFER, io::Cursor::new(head).chain(raw));
    Ok(Decompressed {
        is_plain: format.is_none(),
        reader: match format {
            Some(format) => (format.open)(Box::new(whole))?,
            None => Box::new(whole),
        },
    })
}

struct Format {
    /// The first bytes of every file of the format.
    magic: &'static [u8],
    open: fn(Raw) -> io::Result<Box<dyn Read + Send>>,
}

type Raw = Box<BufReader<dyn Read + Send>>;

/// Bytes of the longest magic.
const LONGEST: usize = 6;

const FORMATS: [Format; 4] = [
    Format {
        magic: b"\x1f\x8b",
        open: gzip,
    },
    Format {
        magic: b"\x28\xb5\x2f\xfd",
        open: zstd,
    },
    Format {
        magic: b"BZh",
        open: bzip2,
    },
    Format {
        magic: b"\xfd7zXZ\0",
        open: xz,
    },
];

#[cfg(feature = "compression")]
fn gzip(raw: Raw) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(flate2::bufread::MultiGzDecoder::new(raw)))
}

#[cfg(feature = "compression")]
fn zstd(raw: Raw) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(zstd::Decoder::with_buffer(raw)?))
}

#[cfg(feature = "compression")]
fn bzip2(raw: Raw) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(bzip2::bufread::MultiBzDecoder::new(raw)))
}

#[cfg(feature = "compression")]
fn xz(raw: Raw) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(liblzma::bufread::XzDecoder::new_multi_decoder(
        raw,
    )))
}

#[cfg(not(feature = "compression"))]
use self::{missing as gzip, missing as zstd, missing as bzip2, missing as xz};

#[cfg(not(feature = "compression"))]
fn missing(_raw: Raw) -> io::Result<Box<dyn Read + Send>> {
    Err(io::Error::other(
        "is compressed, and this quotary was built without the feature compression",
    ))
}
