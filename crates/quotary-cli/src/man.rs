use std::io;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::arguments::Arguments;
use crate::error::Error;

/// The man page of the command, and in sections below of each of its commands, in roff.
pub(crate) fn page() -> Result<Vec<u8>, Error> {
    let mut command = Arguments::command();
    command.build();
    let rendered = render(&command).map_err(|error| Error::write("stdout", error))?;
    Ok(rendered.into_bytes())
}

fn render(command: &Command) -> io::Result<String> {
    let mut main = Vec::new();
    Man::new(command.clone()).render(&mut main)?;
    let mut page = as_written(&main, "EXIT STATUS");
    for subcommand in command.get_subcommands() {
        let name = format!("quotary {}", subcommand.get_name());
        // It is no page of its own.
        page = page.replace(&format!("{}(1)", name.replace(' ', "\\-")), &name);
        if subcommand.get_name() == "help" {
            continue;
        }
        let man = Man::new(subcommand.clone().display_name(name.clone()));
        let mut sections = Vec::new();
        man.render_description_section(&mut sections)?;
        man.render_synopsis_section(&mut sections)?;
        man.render_options_section(&mut sections)?;
        man.render_extra_section(&mut sections)?;
        let sections = as_written(&sections, "EXAMPLES").replace(".SH ", ".SS ");
        page.push_str(&format!(".SH \"{}\"\n{sections}", name.to_uppercase()));
    }
    Ok(page)
}

/// What the last section holds keeps its lines, since they are examples and columns, below a
/// `heading` that tells so.
fn as_written(roff: &[u8], heading: &str) -> String {
    let roff = String::from_utf8_lossy(roff);
    match roff.split_once(".SH EXTRA\n") {
        Some((before, lines)) => format!("{before}.SH \"{heading}\"\n.nf\n{lines}.fi\n"),
        None => roff.into_owned(),
    }
}
