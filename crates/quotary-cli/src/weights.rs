//! Which weights decide: those compiled in, those of a file, or none.

use std::path::Path;
use std::sync::Arc;

use quotary::{Extractor, ExtractorBuilder, Model};

use crate::error::Error;

/// An extractor's builder with the weights of `file`; `none` for the rules alone.
pub(crate) fn extractor(file: Option<&Path>) -> Result<ExtractorBuilder, Error> {
    let builder = Extractor::builder();
    let Some(path) = file else {
        return Ok(builder);
    };
    if path.as_os_str() == "none" {
        return Ok(builder.model(None));
    }
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Error::read(name.clone(), error))?;
    let model =
        Model::read(bytes).map_err(|error| Error::usage(format!("--model {name}: {error}")))?;
    Ok(builder.model(Some(Arc::new(model))))
}

/// What `--version` says of the weights that are compiled in.
pub(crate) fn version() -> String {
    quotary::builtin_model().map_or_else(
        || "none: built without weights, hand-written rules alone decide".into(),
        |model| model.version(),
    )
}
