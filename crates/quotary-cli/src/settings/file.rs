use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Command;
use toml::{Table, Value};

use super::{Default, Defaults, MAIN, can_be_set};
use crate::error::Error;

const NAME: &str = "quotary.toml";

/// The user's settings, then those of the working folder, which go before them.
pub(super) fn read(command: &Command, defaults: &mut Defaults) -> Result<(), Error> {
    let user = config_home().map(|home| home.join("quotary").join(NAME));
    let own = PathBuf::from(NAME);
    for path in user.iter().chain([&own]) {
        match fs::read_to_string(path) {
            Ok(content) => add(path, &content, command, defaults)?,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) => {}
            // The home of somebody else, as su and sudo leave it in the environment.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && *path != own => {}
            Err(error) => {
                let path = path.display();
                return Err(Error::usage(format!("{path}: cannot be read: {error}")));
            }
        }
    }
    Ok(())
}

/// As other programs of the system find it.
fn config_home() -> Option<PathBuf> {
    let folder = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    folder("XDG_CONFIG_HOME")
        .or_else(|| folder("APPDATA"))
        .or_else(|| folder("HOME").map(|home| home.join(".config")))
}

/// Flags at the top are for `extract`, those of a table for the command of its name.
fn add(
    path: &Path,
    content: &str,
    command: &Command,
    defaults: &mut Defaults,
) -> Result<(), Error> {
    let path = path.display().to_string();
    let table: Table = content.parse().map_err(|error: toml::de::Error| {
        Error::usage(format!("{path}: {}", error.to_string().trim_end()))
    })?;
    let mut sections = Vec::new();
    for (key, value) in &table {
        match value {
            Value::Table(section) if command.find_subcommand(key).is_some() => {
                sections.extend(
                    section
                        .iter()
                        .map(|(flag, value)| (key.as_str(), flag, value)),
                );
            }
            value => sections.insert(0, (MAIN, key, value)),
        }
    }
    for (section, key, value) in sections {
        let flag = key.replace('_', "-");
        let arguments = command
            .find_subcommand(section)
            .into_iter()
            .flat_map(Command::get_arguments);
        let long = arguments.filter(|arg| can_be_set(arg)).find_map(|arg| {
            let aliases = arg.get_all_aliases().unwrap_or_default();
            let long = arg.get_long()?;
            (long == flag || aliases.contains(&&*flag)).then(|| long.to_owned())
        });
        let Some(long) = long else {
            let reason = "no flag of that name; quotary extract --help has all";
            return Err(Error::usage(format!("{path}: {key}: {reason}")));
        };
        let default = Default {
            values: values(value).ok_or_else(|| {
                Error::usage(format!(
                    "{path}: {key}: expected a value, or an array of them"
                ))
            })?,
            origin: format!("{path}: {key}"),
        };
        defaults.insert((section.to_owned(), long), default);
    }
    Ok(())
}

fn values(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Array(values) => values.iter().map(single).collect(),
        value => single(value).map(|value| vec![value]),
    }
}

fn single(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Boolean(truth) => Some(truth.to_string()),
        Value::Datetime(_) | Value::Array(_) | Value::Table(_) => None,
    }
}
