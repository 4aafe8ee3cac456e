//! The command as a user runs it.

mod bad_input;
mod command;
mod help;
mod inputs;
mod interrupted;
mod output_file;
mod outputs;
mod running;
mod score;
mod settings;
mod speakers;
mod tables;
mod usage;
