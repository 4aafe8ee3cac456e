//! The list of known people that `--speakers` names.

use std::fs;
use std::path::Path;

use quotary::KnownPeople;

use crate::error::Error;

/// Reads the list; a list that cannot be read is wrong usage, for nothing was done yet.
pub(crate) fn read(path: &Path) -> Result<KnownPeople, Error> {
    let bytes = fs::read(path).map_err(|error| usage(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        usage(
            path,
            &format!("{}; save the list as UTF-8", error.utf8_error()),
        )
    })?;
    KnownPeople::from_csv(&text).map_err(|error| usage(path, &error))
}

fn usage(path: &Path, reason: &impl ToString) -> Error {
    Error::usage(format!(
        "--speakers {}: {}",
        path.display(),
        reason.to_string()
    ))
}
