//! The kinds of quotation marks, and the families in which they open and close each other.

use crate::mark::mark;

/// A way of writing a quotation mark.
///
/// Marks that only differ in shape (`❝`, `“`) are one kind; marks that arrive damaged (`â€œ`) are
/// the kind they were.
///
/// ```
/// use quotary_grammar::MarkKind;
///
/// assert_eq!(MarkKind::of("“"), Some(MarkKind::LeftDouble));
/// assert_eq!(MarkKind::of("â€œ"), Some(MarkKind::LeftDouble));
/// assert_eq!(MarkKind::of("q"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum MarkKind {
    /// `"`, once or several times in a row; full width `＂`.
    StraightDouble,
    /// `“`, `❝`.
    LeftDouble,
    /// `”`, `❞`.
    RightDouble,
    /// `„`.
    LowDouble,
    /// `‟`.
    ReversedDouble,
    /// `''`; `‘‘` and the `’’` that closes it.
    DoubledSingle,
    /// ` `` `.
    DoubledGrave,
    /// `″`, a prime used as a mark.
    DoublePrime,
    /// `״`, Hebrew.
    Gershayim,
    /// `〝`.
    LeftPrime,
    /// `〞`, `〟`.
    RightPrime,
    /// `'`.
    StraightSingle,
    /// `‘`, `❛`.
    LeftSingle,
    /// `’`, `❜`.
    RightSingle,
    /// `‚`.
    LowSingle,
    /// `‛`.
    ReversedSingle,
    /// `` ` ``.
    Grave,
    /// `´`, an accent used as a mark.
    Acute,
    /// `′`, a prime used as a mark.
    Prime,
    /// `«`.
    LeftGuillemet,
    /// `»`.
    RightGuillemet,
    /// `‹`.
    LeftAngle,
    /// `›`.
    RightAngle,
    /// `「`, `﹁`, `｢`.
    LeftCorner,
    /// `」`, `﹂`, `｣`.
    RightCorner,
    /// `『`, `﹃`.
    LeftWhiteCorner,
    /// `』`, `﹄`.
    RightWhiteCorner,
    /// `《`.
    LeftTitle,
    /// `》`.
    RightTitle,
    /// `〈`.
    LeftShortTitle,
    /// `〉`.
    RightShortTitle,
    /// U+FFFD, where a mark of another encoding was lost.
    Replacement,
    /// `—`, `–`, `―` (and `--`, `-` where dialogue with dashes is asked for) before somebody's turn.
    Dash,
}

/// Marks that can open and close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Family {
    Double,
    Guillemet,
    Angle,
    Corner,
    WhiteCorner,
    Title,
    ShortTitle,
    Single,
    Dash,
}

/// A set of families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Families(u16);

impl Families {
    pub(crate) fn insert(&mut self, family: Family) {
        *self = self.with(family);
    }

    pub(crate) const fn with(self, family: Family) -> Self {
        Self(self.0 | 1 << family as u16)
    }

    pub(crate) const fn without(self, family: Family) -> Self {
        Self(self.0 & !(1 << family as u16))
    }

    pub(crate) fn contains(self, family: Family) -> bool {
        self.without(family) != self
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it has no other than this one.
    pub(crate) fn is_only(self, family: Family) -> bool {
        self == Self::default().with(family)
    }
}

/// Which way a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Drawn {
    /// Opens, unless the text uses it otherwise.
    Opening,
    /// Closes, unless the text uses it otherwise.
    Closing,
    /// Always opens.
    OnlyOpening,
    /// Always closes.
    OnlyClosing,
    /// Says nothing.
    Both,
}

impl Drawn {
    /// Every way, in the order in which they are declared.
    pub(crate) const ALL: [Self; 5] = [
        Self::Opening,
        Self::Closing,
        Self::OnlyOpening,
        Self::OnlyClosing,
        Self::Both,
    ];
}

impl MarkKind {
    /// How many kinds there are.
    pub(crate) const COUNT: usize = Self::ALL.len();

    /// Every kind, in the order in which they are declared.
    pub(crate) const ALL: [Self; 33] = {
        use MarkKind::*;
        [
            StraightDouble,
            LeftDouble,
            RightDouble,
            LowDouble,
            ReversedDouble,
            DoubledSingle,
            DoubledGrave,
            DoublePrime,
            Gershayim,
            LeftPrime,
            RightPrime,
            StraightSingle,
            LeftSingle,
            RightSingle,
            LowSingle,
            ReversedSingle,
            Grave,
            Acute,
            Prime,
            LeftGuillemet,
            RightGuillemet,
            LeftAngle,
            RightAngle,
            LeftCorner,
            RightCorner,
            LeftWhiteCorner,
            RightWhiteCorner,
            LeftTitle,
            RightTitle,
            LeftShortTitle,
            RightShortTitle,
            Replacement,
            Dash,
        ]
    };

    /// Which way each kind is drawn.
    pub(crate) const DRAWN: [Option<Drawn>; Self::COUNT] = {
        let mut drawn = [None; Self::COUNT];
        let mut at = 0;
        while at < Self::COUNT {
            drawn[at] = Some(Self::ALL[at].drawn());
            at += 1;
        }
        drawn
    };

    /// The kind of the mark that `text` is, as a whole; `None` where it is none.
    ///
    /// ```
    /// use quotary_grammar::MarkKind;
    ///
    /// assert_eq!(MarkKind::of("''"), Some(MarkKind::DoubledSingle));
    /// assert_eq!(MarkKind::of("“”"), None);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        if matches!(text, "‘‘" | "’’") {
            return Some(Self::DoubledSingle);
        }
        match mark(text.as_bytes()) {
            Ok(([], glyph)) => Some(glyph.kind),
            _ => None,
        }
    }

    #[inline(always)]
    pub(crate) const fn family(self) -> Family {
        const FAMILIES: [Family; MarkKind::COUNT] = {
            let mut families = [Family::Double; MarkKind::COUNT];
            let mut at = 0;
            while at < MarkKind::COUNT {
                families[at] = MarkKind::ALL[at].declared_family();
                at += 1;
            }
            families
        };
        FAMILIES[self as usize]
    }

    /// The same, from which the table is made.
    const fn declared_family(self) -> Family {
        use MarkKind::*;
        match self {
            StraightDouble | LeftDouble | RightDouble | LowDouble | ReversedDouble
            | DoubledSingle | DoubledGrave | DoublePrime | Gershayim | LeftPrime | RightPrime
            | Replacement => Family::Double,
            StraightSingle | LeftSingle | RightSingle | LowSingle | ReversedSingle | Grave
            | Acute | Prime => Family::Single,
            LeftGuillemet | RightGuillemet => Family::Guillemet,
            LeftAngle | RightAngle => Family::Angle,
            LeftCorner | RightCorner => Family::Corner,
            LeftWhiteCorner | RightWhiteCorner => Family::WhiteCorner,
            LeftTitle | RightTitle => Family::Title,
            LeftShortTitle | RightShortTitle => Family::ShortTitle,
            Dash => Family::Dash,
        }
    }

    const fn drawn(self) -> Drawn {
        use MarkKind::*;
        match self {
            LeftDouble | LeftSingle | LeftGuillemet | LeftAngle => Drawn::Opening,
            RightDouble | RightSingle | RightGuillemet | RightAngle => Drawn::Closing,
            LowDouble | LowSingle | LeftPrime | DoubledGrave | Dash | LeftCorner
            | LeftWhiteCorner | LeftTitle | LeftShortTitle => Drawn::OnlyOpening,
            RightPrime | RightCorner | RightWhiteCorner | RightTitle | RightShortTitle => {
                Drawn::OnlyClosing
            }
            StraightDouble | ReversedDouble | DoubledSingle | DoublePrime | Gershayim
            | StraightSingle | ReversedSingle | Grave | Acute | Prime | Replacement => Drawn::Both,
        }
    }
}
