use super::offset::OffsetMap;

/// Text that was UTF-8, was read as windows-1252 or Latin 1, and is mended: "â€œ" becomes "“".
#[derive(Debug)]
pub(crate) struct Repair {
    /// As it came.
    pub(crate) original: String,
    /// Mended.
    pub(crate) text: String,
    /// The way back, a step for each time it was decoded wrongly.
    steps: Vec<Step>,
}

#[derive(Debug, Default)]
struct Step {
    starts: OffsetMap,
    ends: OffsetMap,
}

/// Text is rarely decoded wrongly more than twice.
const MOST_STEPS: usize = 3;

impl Repair {
    /// `None` where there is nothing to mend.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (mut mended, mut steps) = (text.to_owned(), Vec::new());
        while steps.len() < MOST_STEPS
            && let Some((better, step)) = mend(&mended)
        {
            mended = better;
            steps.push(step);
        }
        (!steps.is_empty()).then(|| Self {
            original: text.to_owned(),
            text: mended,
            steps,
        })
    }

    /// The range of the original that became these bytes of the text.
    pub(crate) fn origin(&self, (start, end): (usize, usize)) -> (usize, usize) {
        let steps = || self.steps.iter().rev();
        (
            steps().fold(start, |at, step| step.starts.at(at)),
            steps().fold(end, |at, step| step.ends.at(at)),
        )
    }
}

/// Mends every run of characters that are the bytes of one character.
fn mend(text: &str) -> Option<(String, Step)> {
    let mut step = Step::default();
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| byte_of(c).is_some()) {
        at += found;
        if let Some((character, length)) = character(&text[at..]) {
            out.push_str(&text[copied..at]);
            step.starts.push(out.len(), at);
            out.push(character);
            at += length;
            copied = at;
            step.ends.push(out.len(), at);
            step.starts.push(out.len(), at);
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    if copied == 0 {
        return None;
    }
    out.push_str(&text[copied..]);
    Some((out, step))
}

/// The character whose UTF-8 bytes stand at the beginning of `text` as one character each, and how
/// many bytes of `text` they take.
fn character(text: &str) -> Option<(char, usize)> {
    let lead = byte_of(text.chars().next()?)?;
    let count = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let (mut bytes, mut length) = ([0; 4], 0);
    let mut characters = text.chars();
    for byte in &mut bytes[..count] {
        let c = characters.next()?;
        *byte = byte_of(c)?;
        length += c.len_utf8();
    }
    let character = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    Some((character, length))
}

/// The byte above 0x7F that windows-1252, or Latin 1, has for `c`.
fn byte_of(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xFF => u8::try_from(code).ok(),
        0x0152.. => {
            let place = WINDOWS_1252.iter().position(|&own| own == c)?;
            u8::try_from(0x80 + place).ok()
        }
        _ => None,
    }
}

/// What windows-1252 has from 0x80 on where Latin 1 has control characters; a blank where it has
/// them as well.
const WINDOWS_1252: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_decoded_wrongly_is_mended_and_keeps_its_place() {
        let text = "He saidâ€”â€œwe walk,â€\u{9d} cafÃ©.";
        let repair = Repair::of(text).expect("there is something to mend");
        assert_eq!(repair.text, "He said—“we walk,” café.");
        let start = repair.text.find('“').expect("a mark");
        let (from, to) = repair.origin((start, start + "“we".len()));
        assert_eq!(&text[from..to], "â€œwe");
        let end = repair.text.len();
        assert_eq!(repair.origin((end - 1, end)), (text.len() - 1, text.len()));
    }

    #[test]
    fn what_was_decoded_wrongly_twice_is_mended() {
        let text = "“Go,” she said in the café.";
        let wrongly = |text: &str| -> String {
            let bytes = text.bytes();
            bytes
                .map(|byte| match byte {
                    0x80..=0x9F if WINDOWS_1252[usize::from(byte - 0x80)] != ' ' => {
                        WINDOWS_1252[usize::from(byte - 0x80)]
                    }
                    byte => char::from(byte),
                })
                .collect()
        };
        let repair = Repair::of(&wrongly(&wrongly(text))).expect("there is something to mend");
        assert_eq!(repair.text, text);
        let range = repair.origin((0, "“Go,”".len()));
        assert_eq!(
            &repair.original[range.0..range.1],
            wrongly(&wrongly("“Go,”"))
        );
    }

    #[test]
    fn right_text_is_left_alone() {
        for text in ["“Größe,” said Zoé Ångström — 5 €.", "plain", ""] {
            assert!(Repair::of(text).is_none(), "{text}");
        }
    }
}
