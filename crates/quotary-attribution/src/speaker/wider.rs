//! Words that mean more than a role's own: "the lawmaker" for a senator, "the officer" for a sergeant.

use super::{
    key::Key,
    noun,
    referent::Id,
    walk::{Piece, Walk},
};
use crate::entity::SpeakerKind;

impl Walk<'_, '_, '_, '_> {
    /// "the lawmaker": whoever was named last of those who have such a role, where nobody was called so.
    pub(super) fn narrower(&self, piece: &Piece) -> Option<Id> {
        let reading = self.reading;
        let form = reading.form(piece.head);
        let is_form = |word: &&str| word.eq_ignore_ascii_case(form);
        let (_, roles) = WIDER.iter().find(|(wider, _)| wider.iter().any(is_form))?;
        // "the member for Mayo West", but "the member"
        if reading.is(piece.head, "member") && !reading.is(piece.head + 1, "for") {
            return None;
        }
        if !reading.is(piece.tokens.start, "the") || noun::is_plural(reading, piece.head) {
            return None;
        }
        let has_role = |id: Id| {
            roles.iter().any(|role| {
                let mut bearers = self.cast.described(Key::word(role)).iter();
                bearers.any(|it| self.cast.root(it) == id)
            })
        };
        self.salience.lately(&self.cast).find(|&id| {
            let one = self.cast.get(id);
            one.kind == SpeakerKind::Person
                && one.named
                && !one.plural
                && has_role(id)
                && self.agreement(piece, id).is_some()
        })
    }
}

/// Words of journalism for somebody spoken of, with the roles that they stand for.
const WIDER: [(&[&str], &[&str]); 11] = [
    (
        &["lawmaker", "legislator", "member", "parliamentarian"],
        &[
            "assemblyman",
            "assemblywoman",
            "congressman",
            "congresswoman",
            "delegate",
            "deputy",
            "member",
            "mep",
            "mla",
            "mp",
            "msp",
            "representative",
            "senator",
            "td",
        ],
    ),
    (
        &["politician"],
        &[
            "assemblyman",
            "assemblywoman",
            "candidate",
            "congressman",
            "congresswoman",
            "councillor",
            "councilman",
            "councilwoman",
            "deputy",
            "governor",
            "leader",
            "mayor",
            "mep",
            "minister",
            "mla",
            "mp",
            "msp",
            "representative",
            "senator",
            "td",
        ],
    ),
    (
        &["officer", "policeman", "policewoman"],
        &[
            "captain",
            "constable",
            "detective",
            "inspector",
            "lieutenant",
            "sergeant",
            "superintendent",
            "trooper",
        ],
    ),
    (
        &["attorney", "lawyer"],
        &[
            "advocate",
            "attorney",
            "barrister",
            "counsel",
            "lawyer",
            "solicitor",
        ],
    ),
    (
        &["doctor", "medic", "physician"],
        &[
            "cardiologist",
            "doctor",
            "gp",
            "neurologist",
            "oncologist",
            "paediatrician",
            "pathologist",
            "pediatrician",
            "physician",
            "psychiatrist",
            "surgeon",
        ],
    ),
    (
        &["researcher", "scientist"],
        &[
            "archaeologist",
            "astronomer",
            "biologist",
            "botanist",
            "chemist",
            "climatologist",
            "ecologist",
            "entomologist",
            "epidemiologist",
            "geneticist",
            "geologist",
            "glaciologist",
            "hydrologist",
            "meteorologist",
            "neuroscientist",
            "oceanographer",
            "ornithologist",
            "physicist",
            "researcher",
            "scientist",
            "seismologist",
            "virologist",
            "volcanologist",
            "zoologist",
        ],
    ),
    (
        &["academic", "scholar"],
        &[
            "anthropologist",
            "economist",
            "historian",
            "lecturer",
            "philosopher",
            "professor",
            "sociologist",
        ],
    ),
    (
        &["clergyman", "cleric", "priest"],
        &[
            "archbishop",
            "bishop",
            "father",
            "imam",
            "pastor",
            "rabbi",
            "reverend",
            "vicar",
        ],
    ),
    (&["diplomat"], &["ambassador", "consul", "envoy"]),
    (
        &["author", "writer"],
        &["biographer", "essayist", "novelist", "playwright", "poet"],
    ),
    (
        &["musician"],
        &[
            "cellist",
            "composer",
            "drummer",
            "guitarist",
            "pianist",
            "rapper",
            "singer",
            "songwriter",
            "violinist",
        ],
    ),
];
