//! Defaults of flags: from the environment, from `quotary.toml` in the working folder, and from the
//! user's. Flags go before the first of them, and each before the next.

mod file;

use std::collections::BTreeMap;
use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command, error::ErrorKind, parser::ValueSource};

use crate::error::Error;

/// Values that somebody has set for a flag, and who.
#[derive(Debug, Clone)]
struct Default {
    values: Vec<String>,
    /// A variable, or a file and a key in it.
    origin: String,
}

/// By command, and by the name of the flag.
type Defaults = BTreeMap<(String, String), Default>;

/// Arguments that take part in no setting.
const NEVER: [&str; 2] = ["help", "version"];

/// A command with the defaults that somebody has set.
pub(crate) struct Applied {
    pub(crate) command: Command,
    /// What is to be matched with it.
    pub(crate) arguments: Vec<OsString>,
    defaults: Defaults,
}

/// Looks for settings of `command`. Of `arguments`, `--no-FLAG` takes a flag back that one of them
/// switches on.
pub(crate) fn apply(command: Command, arguments: Vec<OsString>) -> Result<Applied, Error> {
    let mut defaults = match in_place(&command, &arguments) {
        // Whoever was told that a setting is wrong looks up what is right.
        Err(_) if asks_for_help(&arguments) => Defaults::new(),
        defaults => defaults?,
    };
    let mut taken_back = Vec::new();
    let arguments = arguments.into_iter().filter(|argument| {
        let flag = argument.to_str().and_then(|it| it.strip_prefix("--no-"));
        let is_set = flag.is_some_and(|flag| {
            command
                .get_subcommands()
                .any(|it| it.get_arguments().any(|arg| is_switch(arg, flag)))
        });
        taken_back.extend(flag.filter(|_| is_set).map(str::to_owned));
        !is_set
    });
    let arguments: Vec<_> = arguments.collect();
    defaults.retain(|(_, flag), _| !taken_back.contains(flag));
    give_way(&command, &arguments, &mut defaults);
    let mut command = command;
    for ((name, flag), default) in &defaults {
        command = command.mut_subcommand(name, |subcommand| {
            let id = subcommand
                .get_arguments()
                .find(|arg| arg.get_long() == Some(flag))
                .map(|arg| arg.get_id().clone());
            let Some(id) = id else {
                return subcommand;
            };
            let values = default.values.iter().cloned();
            let values: Vec<_> = values.map(clap::builder::OsStr::from).collect();
            subcommand.mut_arg(id, |arg| arg.default_values(values))
        });
    }
    Ok(Applied {
        command,
        arguments,
        defaults,
    })
}

/// What is set for the subcommand that `arguments` name; nothing where it has no flags that can be.
fn in_place(command: &Command, arguments: &[OsString]) -> Result<Defaults, Error> {
    let mut defaults = Defaults::new();
    let named = arguments.get(1).and_then(|it| it.to_str());
    let subcommand = named.and_then(|name| command.find_subcommand(name));
    if subcommand.is_none_or(|it| it.get_opts().next().is_none()) {
        return Ok(defaults);
    }
    file::read(command, &mut defaults)?;
    from_environment(command, &mut defaults);
    for ((name, flag), default) in &defaults {
        check(command, name, flag, default)?;
    }
    Ok(defaults)
}

fn asks_for_help(arguments: &[OsString]) -> bool {
    let mut flags = arguments.iter().take_while(|it| *it != "--");
    flags.any(|it| it == "--help" || it == "-h")
}

/// Takes out what does not go with a flag that was given, which goes before it.
fn give_way(command: &Command, arguments: &[OsString], defaults: &mut Defaults) {
    if defaults.is_empty() {
        return;
    }
    let command = command.clone().ignore_errors(true);
    let Ok(matches) = command.clone().try_get_matches_from(arguments) else {
        return;
    };
    let Some((name, matches)) = matches.subcommand() else {
        return;
    };
    let Some(subcommand) = command.find_subcommand(name) else {
        return;
    };
    let is_given =
        |arg: &&Arg| matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
    let given: Vec<&Arg> = subcommand.get_arguments().filter(is_given).collect();
    let excludes = |one: &Arg, other: &Arg| {
        let excluded = subcommand.get_arg_conflicts_with(one);
        excluded.iter().any(|it| it.get_id() == other.get_id())
    };
    defaults.retain(|(of, flag), _| {
        let mut arguments = subcommand.get_arguments();
        let set = arguments.find(|arg| of == name && arg.get_long() == Some(flag));
        set.is_none_or(|set| {
            !given
                .iter()
                .any(|it| excludes(it, set) || excludes(set, it))
        })
    });
}

impl Applied {
    /// The settings that are in force for the subcommand `name`, where no flag went before them:
    /// `kind = direct (quotary.toml: kind)`.
    pub(crate) fn in_force(&self, name: &str, matches: &ArgMatches) -> Vec<String> {
        let is_given = |flag: &str| {
            let source = matches.value_source(&flag.replace('-', "_"));
            source == Some(ValueSource::CommandLine)
        };
        let of_command = self.defaults.iter().filter(|((of, _), _)| of == name);
        of_command
            .filter(|((_, flag), _)| !is_given(flag))
            .map(|((_, flag), default)| {
                let values = default.values.join(",");
                format!("{flag} = {values} ({})", default.origin)
            })
            .collect()
    }
}

/// The arguments of `command` that decide what comes out, as they were given or set.
pub(crate) fn that_decide(command: &Command, matches: &ArgMatches) -> BTreeMap<String, String> {
    const WITHOUT: [&str; 8] = [
        "threads",
        "resume",
        "restart",
        "checkpoint",
        "quiet",
        "verbose",
        "summary",
        "output",
    ];
    let ids = command.get_arguments().map(|arg| arg.get_id().as_str());
    let values = ids.filter(|id| !WITHOUT.contains(id)).filter_map(|id| {
        let values = matches.try_get_raw(id).ok()??;
        let values: Vec<_> = values
            .map(|value| value.to_string_lossy().into_owned())
            .collect();
        Some((id.to_owned(), values.join(" ")))
    });
    values.collect()
}

/// The command that settings are for where they name none.
const MAIN: &str = "extract";

/// `QUOTARY_MIN_CONFIDENCE=0.5`
fn from_environment(command: &Command, defaults: &mut Defaults) {
    let arguments = command
        .find_subcommand(MAIN)
        .into_iter()
        .flat_map(Command::get_arguments);
    for arg in arguments.filter(|arg| can_be_set(arg)) {
        let Some(flag) = arg.get_long() else { continue };
        let aliases = arg.get_all_aliases().unwrap_or_default().into_iter();
        let variables = std::iter::once(flag).chain(aliases).map(variable);
        let mut set = variables.filter_map(|name| Some((std::env::var(&name).ok()?, name)));
        let Some((value, name)) = set.next() else {
            continue;
        };
        let is_switch = matches!(arg.get_action(), ArgAction::SetTrue);
        let values = match arg.get_value_delimiter() {
            _ if is_switch => vec![switch(&value).into()],
            Some(delimiter) => value.split(delimiter).map(str::to_owned).collect(),
            None => vec![value],
        };
        let default = Default {
            values,
            origin: name,
        };
        defaults.insert((MAIN.to_owned(), flag.to_owned()), default);
    }
}

fn variable(flag: &str) -> String {
    format!("QUOTARY_{}", flag.to_ascii_uppercase().replace('-', "_"))
}

fn switch(value: &str) -> &'static str {
    match value.to_ascii_lowercase().as_str() {
        "" | "0" | "false" | "no" | "off" | "n" => "false",
        _ => "true",
    }
}

fn can_be_set(arg: &Arg) -> bool {
    !NEVER.contains(&arg.get_id().as_str())
}

fn is_switch(arg: &Arg, flag: &str) -> bool {
    matches!(arg.get_action(), ArgAction::SetTrue) && arg.get_long() == Some(flag)
}

/// Whether the flag takes these values. clap would tell, but not where they come from.
fn check(command: &Command, name: &str, flag: &str, default: &Default) -> Result<(), Error> {
    let subcommand = command
        .find_subcommand(name)
        .expect("defaults are of commands that exist");
    let is_switch = subcommand.get_arguments().any(|arg| is_switch(arg, flag));
    let is_wrong = |reason: &str| Err(Error::usage(format!("{}: {reason}", default.origin)));
    if is_switch {
        return match default.values.as_slice() {
            [value] if value == "true" || value == "false" => Ok(()),
            _ => is_wrong("expected true or false"),
        };
    }
    let values = default
        .values
        .iter()
        .map(|value| format!("--{flag}={value}"));
    let tried = std::iter::once(name.to_owned()).chain(values);
    match subcommand.clone().try_get_matches_from(tried) {
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidValue | ErrorKind::ValueValidation
            ) =>
        {
            let words = error.to_string();
            let words = words.lines().next().unwrap_or_default();
            is_wrong(words.trim_start_matches("error: "))
        }
        _ => Ok(()),
    }
}
