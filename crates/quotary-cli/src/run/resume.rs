//! Where a run begins: at the beginning, or where one before broke off.

use crate::arguments::Extract;
use crate::error::Error;
use crate::output::{Journal, Part, Point};
use crate::report::Report;

/// Where to begin.
pub(super) fn point(
    arguments: &Extract,
    journal: Option<&Journal>,
    part: Option<&Part>,
    report: &mut Report,
) -> Result<Point, Error> {
    let (Some(journal), Some(part)) = (journal, part) else {
        return if arguments.running.resume {
            Err(Error::usage(
                "--resume: needs -o FILE, a file that can be replaced",
            ))
        } else {
            Ok(Point::default())
        };
    };
    let (left, name) = (part.left(), part.path().display());
    if arguments.running.resume {
        let Some(point) = journal.broken_off()? else {
            report.tell("nothing to go on with; beginning anew");
            return Ok(Point::default());
        };
        if left.is_none_or(|left| left < point.output) {
            report.tell(&format!(
                "{name}: is not what the journal knows; beginning anew"
            ));
            return Ok(Point::default());
        }
        if point.has_failed {
            report.has_failed_before();
        }
        report.tell(&format!(
            "going on after {} documents",
            point.input.documents
        ));
        return Ok(point);
    }
    let documents = journal.documents();
    if documents > 0 && left.is_some() && !arguments.running.restart {
        return Err(Error::usage(format!(
            "{name}: holds the rows of {documents} documents of a run that broke off; --resume goes \
             on with it, --restart begins anew"
        )));
    }
    Ok(Point::default())
}

/// What can be gone on with after a run that broke off.
pub(super) fn tell_what_is_done(journal: &Journal, report: &Report) {
    let documents = journal.documents();
    if documents > 0 {
        let path = journal.path().display();
        report.tell(&format!(
            "the rows of {documents} documents are kept; --resume goes on ({path})"
        ));
    }
}
