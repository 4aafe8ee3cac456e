//! Tells the binary which commit it was built from, and which model it holds.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=QUOTARY_COMMIT");
    let commit = std::env::var("QUOTARY_COMMIT")
        .ok()
        .or_else(commit)
        .unwrap_or("unknown".into());
    println!("cargo::rustc-env=QUOTARY_COMMIT={commit}");
}

/// Of the checkout this is built in; `None` where there is none.
fn commit() -> Option<String> {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        let said = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| said.trim().to_owned())
    };
    let head = git(&["rev-parse", "--git-path", "logs/HEAD"])?;
    if Path::new(&head).exists() {
        println!("cargo::rerun-if-changed={head}");
    }
    git(&["rev-parse", "--short=12", "HEAD"])
}
