//! The command as a user runs it.

mod bad_input;
mod command;
mod output_file;
mod tables;
mod usage;
