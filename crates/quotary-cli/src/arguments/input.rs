use clap::Args;

use super::InputFormat;

/// How articles are found and read.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct Input {
    /// What a file holds [default: what its extension says, text otherwise]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,

    /// Of folders, only files that match GLOB, or with a ! before it, that do not; can be repeated
    #[arg(short, long, value_name = "GLOB")]
    pub(crate) glob: Vec<String>,

    /// Where a record has the article's id: a column, a field, or a path like meta.url
    #[arg(
        long,
        visible_alias = "id-column",
        default_value = "id",
        value_name = "FIELD"
    )]
    pub(crate) id_field: String,

    /// Where a record has the article's text
    #[arg(
        long,
        visible_alias = "text-column",
        default_value = "text",
        value_name = "FIELD"
    )]
    pub(crate) text_field: String,

    /// Fields of the input that stand at the end of each row, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "FIELDS")]
    pub(crate) keep: Vec<String>,

    /// What separates the cells of a CSV: one character, or tab
    #[arg(long, value_parser = delimiter, value_name = "CHAR")]
    pub(crate) delimiter: Option<u8>,

    /// A name like windows-1252, or detect; a byte order mark says more [default: utf-8]
    #[arg(long, value_parser = encoding, value_name = "NAME")]
    pub(crate) encoding: Option<EncodingChoice>,

    /// Mend text that was decoded wrongly once ("â€œ" for "“"); its rows get the flag mojibake,
    /// offsets stay those of the input
    #[arg(long)]
    pub(crate) repair_mojibake: bool,

    /// Refuse documents with more bytes than this: 64MiB, 500kB, …
    #[arg(long, value_parser = bytes, default_value = "64MiB", value_name = "SIZE")]
    pub(crate) max_document: usize,
}

/// How bytes become text where no byte order mark says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EncodingChoice {
    /// Guessed from the bytes.
    Detect,
    #[cfg(feature = "encodings")]
    Named(&'static encoding_rs::Encoding),
}

#[cfg(feature = "encodings")]
fn encoding(name: &str) -> Result<EncodingChoice, String> {
    if name == "detect" {
        return Ok(EncodingChoice::Detect);
    }
    encoding_rs::Encoding::for_label(name.as_bytes())
        .map(EncodingChoice::Named)
        .ok_or_else(|| {
            "expected a name of the WHATWG's list, such as windows-1252, or detect".into()
        })
}

#[cfg(not(feature = "encodings"))]
fn encoding(_name: &str) -> Result<EncodingChoice, String> {
    Err("this quotary was built without the feature encodings".into())
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [b'"' | b'\n' | b'\r'] => Err("quotes and line ends have another meaning".into()),
        [byte] if byte.is_ascii() => Ok(*byte),
        _ => Err("expected one ASCII character, or tab".into()),
    }
}

/// `64MiB`, `500 kB`, `1000`
fn bytes(text: &str) -> Result<usize, String> {
    let text = text.trim();
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let unit = match text[digits..].trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "k" | "kib" => 1 << 10,
        "m" | "mib" => 1 << 20,
        "g" | "gib" => 1 << 30,
        "kb" => 1_000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        _ => return Err("expected a number of bytes, kB, MB, GB, KiB, MiB or GiB".into()),
    };
    let number: usize = text[..digits]
        .parse()
        .map_err(|_| "expected a number first".to_owned())?;
    match number.checked_mul(unit) {
        None | Some(0) => Err("expected more than 0 and less than all memory".into()),
        Some(bytes) => Ok(bytes),
    }
}
