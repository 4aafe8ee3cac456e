//! Quotation marks as they are written.

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult};

use crate::MarkKind;
use crate::apostrophe::is_sure_elision;

/// A mark as it is written at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) kind: MarkKind,
    /// Written wrongly by a converter.
    pub(crate) damaged: bool,
}

impl Glyph {
    const fn sound(kind: MarkKind) -> Self {
        Self {
            kind,
            damaged: false,
        }
    }
}

/// mark = mojibake / ascii-mark / plain-mark
#[inline(always)]
pub(crate) fn mark(input: &[u8]) -> IResult<&[u8], Glyph> {
    match input {
        // Nearly every mark of a text is one of these.
        [0xE2, 0x80, last, ..] => match GENERAL_PUNCTUATION[usize::from(last & 0x3F)] {
            Some(kind) => Ok((&input[3..], Glyph::sound(kind))),
            None => fail(input),
        },
        [b'"', rest @ ..] if rest.first() != Some(&b'"') => {
            Ok((rest, Glyph::sound(MarkKind::StraightDouble)))
        }
        [b'\'', b'\'', rest @ ..] if !is_sure_elision(rest) => {
            Ok((rest, Glyph::sound(MarkKind::DoubledSingle)))
        }
        [b'\'', rest @ ..] => Ok((rest, Glyph::sound(MarkKind::StraightSingle))),
        _ => {
            // Taken apart, so that the marks above need not be put into memory as these are.
            let (rest, glyph) = rarer_mark(input)?;
            Ok((rest, glyph))
        }
    }
}

#[inline(never)]
fn rarer_mark(input: &[u8]) -> IResult<&[u8], Glyph> {
    match input {
        [b'"' | b'`' | b'<' | b'>', ..] => ascii_mark(input),
        [0xC3, ..] | [0xC2, 0x80..=0x9F, ..] => mojibake(input),
        _ => plain_mark(input),
    }
}

/// The marks among the 64 characters from U+2000 on, whose first bytes are 0xE2 0x80.
static GENERAL_PUNCTUATION: [Option<MarkKind>; 64] = {
    use MarkKind::*;
    let mut kinds = [None; 64];
    kinds[0x18] = Some(LeftSingle);
    kinds[0x19] = Some(RightSingle);
    kinds[0x1A] = Some(LowSingle);
    kinds[0x1B] = Some(ReversedSingle);
    kinds[0x1C] = Some(LeftDouble);
    kinds[0x1D] = Some(RightDouble);
    kinds[0x1E] = Some(LowDouble);
    kinds[0x1F] = Some(ReversedDouble);
    kinds[0x32] = Some(Prime);
    kinds[0x33] = Some(DoublePrime);
    kinds[0x39] = Some(LeftAngle);
    kinds[0x3A] = Some(RightAngle);
    kinds
};

/// ascii-mark = 1*DQUOTE / "''" / "'" / "``" / "`" / "<<" / ">>"
///
/// Apostrophes have been read by [`mark`].
fn ascii_mark(input: &[u8]) -> IResult<&[u8], Glyph> {
    use MarkKind::*;
    let (kind, len) = match input {
        // Typed again and again, or doubled by a converter, it is one mark.
        [b'"', rest @ ..] => {
            let more = rest.iter().take_while(|&&byte| byte == b'"').count();
            (StraightDouble, 1 + more)
        }
        [b'`', b'`', ..] => (DoubledGrave, 2),
        [b'`', ..] => (Grave, 1),
        [b'<', b'<', ..] => (LeftGuillemet, 2),
        [b'>', b'>', ..] => (RightGuillemet, 2),
        _ => return fail(input),
    };
    Ok((&input[len..], Glyph::sound(kind)))
}

/// plain-mark = any of the characters that Unicode has for quotation, in UTF-8; those of
/// [`GENERAL_PUNCTUATION`] have been read
fn plain_mark(input: &[u8]) -> IResult<&[u8], Glyph> {
    use MarkKind::*;
    let (kind, len) = match input {
        [0xC2, last, ..] => {
            let kind = match last {
                0xAB => LeftGuillemet,
                0xBB => RightGuillemet,
                0xB4 => Acute,
                _ => return fail(input),
            };
            (kind, 2)
        }
        [0xE3, 0x80, last, ..] => {
            let kind = match last {
                0x8C => LeftCorner,
                0x8D => RightCorner,
                0x8E => LeftWhiteCorner,
                0x8F => RightWhiteCorner,
                0x8A => LeftTitle,
                0x8B => RightTitle,
                0x88 => LeftShortTitle,
                0x89 => RightShortTitle,
                0x9D => LeftPrime,
                0x9E | 0x9F => RightPrime,
                _ => return fail(input),
            };
            (kind, 3)
        }
        [0xE2, 0x9D, last, ..] => {
            let kind = match last {
                0x9B => LeftSingle,
                0x9C => RightSingle,
                0x9D => LeftDouble,
                0x9E => RightDouble,
                _ => return fail(input),
            };
            (kind, 3)
        }
        [0xEF, 0xBF, 0xBD, rest @ ..] => {
            // In a row they are one lost stretch.
            let is_more = |three: &&[u8]| **three == [0xEF, 0xBF, 0xBD];
            let more = rest.chunks(3).take_while(is_more).count();
            let damaged = true;
            let kind = Replacement;
            return Ok((&rest[3 * more..], Glyph { kind, damaged }));
        }
        [0xEF, 0xBC, 0x82, ..] => (StraightDouble, 3),
        [0xEF, 0xBC, 0x87, ..] => (StraightSingle, 3),
        [0xEF, 0xBD, 0xA2, ..] | [0xEF, 0xB9, 0x81, ..] => (LeftCorner, 3),
        [0xEF, 0xBD, 0xA3, ..] | [0xEF, 0xB9, 0x82, ..] => (RightCorner, 3),
        [0xEF, 0xB9, 0x83, ..] => (LeftWhiteCorner, 3),
        [0xEF, 0xB9, 0x84, ..] => (RightWhiteCorner, 3),
        [0xD7, 0xB4, ..] => (Gershayim, 2),
        _ => return fail(input),
    };
    Ok((&input[len..], Glyph::sound(kind)))
}

/// mojibake = "â€" utf8-as-cp1252 / "â" C1 C1 / "Â" guillemet / C1
///
/// UTF-8 that was read as Windows-1252 or Latin-1, and Windows-1252 that was read as Latin-1.
fn mojibake(input: &[u8]) -> IResult<&[u8], Glyph> {
    use MarkKind::*;
    let (kind, len) = match input {
        // â € and what Windows-1252 has at the third byte.
        [0xC3, 0xA2, 0xE2, 0x82, 0xAC, rest @ ..] => match rest {
            [0xC5, 0x93, ..] => (LeftDouble, 7),
            [0xC2, 0x9D, ..] => (RightDouble, 7),
            [0xCB, 0x9C, ..] => (LeftSingle, 7),
            [0xE2, 0x84, 0xA2, ..] => (RightSingle, 8),
            [0xC5, 0xBE, ..] => (LowDouble, 7),
            [0xC5, 0xA1, ..] => (LowSingle, 7),
            [0xC2, 0xB9, ..] => (LeftAngle, 7),
            [0xC2, 0xBA, ..] => (RightAngle, 7),
            // Dashes and the ellipsis: no marks.
            [0xE2, 0x80, 0x9C | 0x9D, ..] | [0xC2, 0xA6, ..] => return fail(input),
            // 0x9D is nothing in Windows-1252, and most converters drop it.
            _ => (RightDouble, 5),
        },
        [0xC3, 0xA2, 0xC2, 0x80, 0xC2, last, ..] => {
            let kind = match last {
                0x98 => LeftSingle,
                0x99 => RightSingle,
                0x9A => LowSingle,
                0x9C => LeftDouble,
                0x9D => RightDouble,
                0x9E => LowDouble,
                0xB9 => LeftAngle,
                0xBA => RightAngle,
                _ => return fail(input),
            };
            (kind, 6)
        }
        [0xC3, 0x82, 0xC2, 0xAB, ..] => (LeftGuillemet, 4),
        [0xC3, 0x82, 0xC2, 0xBB, ..] => (RightGuillemet, 4),
        [0xC2, last, ..] => {
            let kind = match last {
                0x82 => LowSingle,
                0x84 => LowDouble,
                0x91 => LeftSingle,
                0x92 => RightSingle,
                0x93 => LeftDouble,
                0x94 => RightDouble,
                _ => return fail(input),
            };
            (kind, 2)
        }
        _ => return fail(input),
    };
    let damaged = true;
    Ok((&input[len..], Glyph { kind, damaged }))
}

/// damaged-dash = "â€" ("“" / "”" / "¦"), which was a dash or an ellipsis
///
/// What stands at its end looks like a mark.
pub(crate) fn damaged_dash(input: &[u8]) -> IResult<&[u8], &[u8]> {
    match input {
        [0xC3, 0xA2, 0xE2, 0x82, 0xAC, 0xE2, 0x80, 0x9C | 0x9D, ..] => {
            Ok((&input[8..], &input[..8]))
        }
        [0xC3, 0xA2, 0xE2, 0x82, 0xAC, 0xC2, 0xA6, ..] => Ok((&input[7..], &input[..7])),
        _ => fail(input),
    }
}

fn fail<T>(input: &[u8]) -> IResult<&[u8], T> {
    Err(Err::Error(Error::new(input, ErrorKind::Tag)))
}
