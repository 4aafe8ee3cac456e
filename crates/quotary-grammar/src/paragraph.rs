//! Reads the marks of one paragraph: first those that are always marks, then, between them, those
//! that may be apostrophes.

use alloc::vec::Vec;

use crate::candidate::{Candidate, Role};
use crate::kind::{Families, Family, MarkKind};
use crate::mark::mark;
use crate::pairing::{Pairing, Surroundings};

/// What a paragraph has to know of its neighbours and of the whole text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// The only quotation that is open before it, if one is and the paragraph does not re-open it.
    pub(crate) carried: Option<MarkKind>,
    /// The marks the next paragraph begins with.
    pub(crate) next: Head,
}

/// Families of the opening marks that a paragraph begins with.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Head(Families);

impl Head {
    /// Marks that are read at most.
    const MOST: usize = 3;

    /// head = *blank 1*3mark non-blank
    ///
    /// The head of the paragraph that follows the one that ends at `end`.
    #[inline]
    pub(crate) fn behind(text: &str, end: usize) -> Self {
        // Line ends and nothing else stand there nearly always.
        let mut behind = &text.as_bytes()[end..];
        while let [b'\n', rest @ ..] | [0xE2, 0x80, 0xA8 | 0xA9, rest @ ..] = behind {
            behind = rest;
        }
        match behind {
            [byte, ..] if byte.is_ascii_alphanumeric() => Self::default(),
            inked @ ([b'!'..=b'~', ..] | [0xE2, 0x80, 0x93..=0x9F, ..]) => Self::of(inked),
            _ => Self::of(text[end..].trim_start().as_bytes()),
        }
    }

    fn of(paragraph: &[u8]) -> Self {
        let mut head = Self::default();
        let mut rest = paragraph;
        for _ in 0..Self::MOST {
            let Ok((after, glyph)) = mark(rest) else {
                break;
            };
            head.0.insert(glyph.kind.family());
            rest = after;
            if rest.first().is_some_and(u8::is_ascii_alphanumeric) {
                return head;
            }
        }
        // French sets a blank behind the mark that opens.
        let is_blank = rest.first().is_none_or(u8::is_ascii_whitespace);
        let is_french =
            matches!(mark(paragraph), Ok((_, glyph)) if glyph.kind.family() == Family::Guillemet);
        if is_blank && !is_french {
            return Self::default();
        }
        head
    }

    pub(crate) fn has(self, family: Family) -> bool {
        self.0.contains(family)
    }
}

/// Buffers that are used again for every paragraph.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// Candidates of one family, or single marks of the regions that are open.
    indices: Vec<usize>,
    /// Open quotations of the settling pass.
    open: Vec<usize>,
    /// For every candidate: whether it opens a quotation whose end is known.
    bounded: Vec<bool>,
    /// The open regions, the outermost first.
    regions: Vec<Region>,
    pairing: Pairing,
}

/// A stretch in which the same sure quotations are open.
#[derive(Debug, Clone, Copy, Default)]
struct Region {
    /// Where its single marks begin among the indices.
    first: usize,
    /// What opened the innermost of the quotations.
    opener: Option<MarkKind>,
}

/// Families whose marks are never apostrophes.
const SURE: [Family; 7] = [
    Family::Double,
    Family::Guillemet,
    Family::Angle,
    Family::Corner,
    Family::WhiteCorner,
    Family::Title,
    Family::ShortTitle,
];

impl Surroundings {
    /// Those of single marks outside of every sure quotation.
    fn of_singles(context: Context, is_speech: bool) -> Self {
        let is_single = |kind: &MarkKind| kind.family() == Family::Single;
        Self {
            carried: context.carried.filter(is_single),
            reopens: context.next.has(Family::Single),
            is_speech,
        }
    }
}

impl Reader {
    /// Gives each candidate its role; says whether the carried quotation goes on. `families` are
    /// those of the candidates.
    ///
    /// `speech_in_singles` is asked where single marks stand outside of every sure quotation.
    pub(crate) fn read(
        &mut self,
        candidates: &mut [Candidate],
        families: Families,
        context: Context,
        speech_in_singles: impl FnOnce() -> bool,
    ) -> bool {
        let mut goes_on = false;
        let mut unread = families.without(Family::Single);
        for family in SURE {
            if unread.is_empty() {
                break;
            }
            if !unread.contains(family) {
                continue;
            }
            unread = unread.without(family);
            let surroundings = Surroundings {
                carried: context.carried.filter(|kind| kind.family() == family),
                reopens: context.next.has(family),
                is_speech: true,
            };
            if families.is_only(family) {
                let all = 0..candidates.len();
                return self.pairing.read(candidates, all, surroundings);
            }
            self.indices.clear();
            let of_family = |i: &usize| candidates[*i].family() == family;
            self.indices.extend((0..candidates.len()).filter(of_family));
            let indices = self.indices.iter().copied();
            goes_on |= self.pairing.read(candidates, indices, surroundings);
        }
        if families.is_empty() {
            return false;
        }
        if families.is_only(Family::Single) {
            let surroundings = Surroundings::of_singles(context, speech_in_singles());
            let all = 0..candidates.len();
            return self.pairing.read(candidates, all, surroundings);
        }
        // Quotations of different families cross; single marks ask for regions.
        self.settle(candidates, context, goes_on);
        goes_on
            | (families.contains(Family::Single)
                && self.singles(candidates, context, goes_on, speech_in_singles))
    }

    /// Quotations of different families that cross: the inner one ends with the outer.
    fn settle(&mut self, candidates: &mut [Candidate], context: Context, goes_on: bool) {
        let mut counts = [0_usize; 9];
        self.open.clear();
        self.bounded.clear();
        self.bounded.resize(candidates.len(), false);
        if let Some(kind) = context.carried.filter(|_| goes_on) {
            self.open.push(CARRIED);
            counts[kind.family() as usize] += 1;
        }
        let family_of = |candidates: &[Candidate], index: usize| match index {
            CARRIED => context.carried.map_or(Family::Double, MarkKind::family),
            index => candidates[index].family(),
        };
        for index in 0..candidates.len() {
            let family = candidates[index].family();
            if family == Family::Single {
                continue;
            }
            let closes = match candidates[index].role {
                Role::Text | Role::Resumes => continue,
                Role::Opens => None,
                // A line that repeats the mark goes on with the same quotation.
                Role::Restarts if candidates[index].weights.heads_line() => continue,
                Role::Restarts => Some(false),
                Role::Closes => Some(true),
            };
            if let Some(is_end) = closes {
                if counts[family as usize] == 0 {
                    // Another family's mark has ended it.
                    candidates[index].role = if is_end { Role::Text } else { Role::Opens };
                    if is_end {
                        continue;
                    }
                } else {
                    while let Some(inner) = self.open.pop() {
                        let of = family_of(candidates, inner);
                        counts[of as usize] -= 1;
                        if of == family {
                            if inner != CARRIED {
                                self.bounded[inner] = is_end;
                            }
                            break;
                        }
                    }
                    if is_end {
                        continue;
                    }
                }
            }
            self.open.push(index);
            counts[family as usize] += 1;
        }
        // What the next paragraph opens again is bounded by the end of this one.
        for &index in &self.open {
            if index != CARRIED && context.next.has(candidates[index].family()) {
                self.bounded[index] = true;
            }
        }
    }

    /// Single marks belong together where the same sure quotations are open.
    fn singles(
        &mut self,
        candidates: &mut [Candidate],
        context: Context,
        goes_on: bool,
        speech_in_singles: impl FnOnce() -> bool,
    ) -> bool {
        self.indices.clear();
        self.regions.clear();
        self.regions.push(Region::default());
        self.regions
            .extend(context.carried.filter(|_| goes_on).map(|kind| Region {
                first: 0,
                opener: Some(kind),
            }));
        for index in 0..candidates.len() {
            let Candidate { kind, role, .. } = candidates[index];
            if kind.family() == Family::Single {
                self.indices.push(index);
            } else if matches!(role, Role::Opens | Role::Restarts) && self.bounded[index] {
                self.regions.push(Region {
                    first: self.indices.len(),
                    opener: Some(kind),
                });
            } else if role == Role::Closes && self.is_inside(kind.family()) {
                self.leave(candidates, Surroundings::default());
            }
        }
        let reopens = context.next.has(Family::Single);
        while self.regions.len() > 1 {
            let surroundings = Surroundings {
                reopens,
                ..Surroundings::default()
            };
            self.leave(candidates, surroundings);
        }
        let is_speech = !self.indices.is_empty() && speech_in_singles();
        self.leave(candidates, Surroundings::of_singles(context, is_speech))
    }

    /// Whether a mark of `family` closes the region: quotations whose end is not known bound none.
    fn is_inside(&self, family: Family) -> bool {
        let region = self.regions.last();
        region
            .and_then(|region| region.opener)
            .is_some_and(|kind| kind.family() == family)
    }

    /// Reads the single marks of the innermost region and leaves it; says whether the quotation
    /// that was carried into it goes on.
    fn leave(&mut self, candidates: &mut [Candidate], surroundings: Surroundings) -> bool {
        let region = self.regions.pop().unwrap_or_default();
        let singles = &self.indices[region.first..];
        if region.opener.is_some_and(is_turned) {
            for &index in singles {
                candidates[index].may_be_turned();
            }
        }
        let goes_on = !singles.is_empty()
            && self
                .pairing
                .read(candidates, singles.iter().copied(), surroundings);
        self.indices.truncate(region.first);
        goes_on
    }
}

/// Whether the quotation was opened by a mark that closes in most languages: then its single marks
/// are set the same way.
fn is_turned(opener: MarkKind) -> bool {
    matches!(opener, MarkKind::RightDouble | MarkKind::RightGuillemet)
}

/// Stands for the quotation of the paragraph before in the list of those that are open.
const CARRIED: usize = usize::MAX;
