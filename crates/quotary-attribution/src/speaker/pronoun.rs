//! Personal pronouns.

/// What a pronoun says about its referent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// I, me, my
    I,
    /// we, us, our
    We,
    /// you, your
    You,
    /// he, him, his
    He,
    /// she, her
    She,
    /// it, its
    It,
    /// they, them, their
    They,
}

/// Reads a personal or possessive pronoun in any case.
pub(crate) fn read(form: &str) -> Option<Pronoun> {
    const FORMS: [(&str, Pronoun); 26] = [
        ("he", Pronoun::He),
        ("she", Pronoun::She),
        ("it", Pronoun::It),
        ("they", Pronoun::They),
        ("his", Pronoun::He),
        ("her", Pronoun::She),
        ("its", Pronoun::It),
        ("their", Pronoun::They),
        ("him", Pronoun::He),
        ("them", Pronoun::They),
        ("i", Pronoun::I),
        ("we", Pronoun::We),
        ("you", Pronoun::You),
        ("me", Pronoun::I),
        ("us", Pronoun::We),
        ("my", Pronoun::I),
        ("our", Pronoun::We),
        ("your", Pronoun::You),
        ("himself", Pronoun::He),
        ("herself", Pronoun::She),
        ("itself", Pronoun::It),
        ("themselves", Pronoun::They),
        ("myself", Pronoun::I),
        ("ourselves", Pronoun::We),
        ("hers", Pronoun::She),
        ("theirs", Pronoun::They),
    ];
    if form.len() > 10 {
        return None;
    }
    let found = FORMS
        .iter()
        .find(|(pronoun, _)| pronoun.eq_ignore_ascii_case(form))?;
    Some(found.1)
}

/// Whether a pronoun is an object and so hardly means its sentence's subject.
pub(crate) fn is_object(form: &str) -> bool {
    ["him", "her", "them", "it"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(form))
}
