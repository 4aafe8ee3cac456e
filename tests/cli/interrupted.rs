//! Nothing is lost: runs that are killed, that fill the disk or that nobody reads go on where they
//! broke off, and end with the bytes of a run that nothing disturbed.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use crate::command::{Run, command, folder, quotary, wait_for};

/// Kills in an ordinary test run.
const FEW: u64 = 15;
/// Kills where there is time.
const MANY: u64 = 240;

#[test]
fn runs_that_are_killed_go_on() {
    kill_and_go_on(FEW);
}

#[test]
#[ignore = "takes minutes: cargo test --release --test cli -- --ignored"]
fn runs_that_are_killed_two_hundred_times_go_on() {
    kill_and_go_on(MANY);
}

/// Articles of which some fail, in the formats that are read differently.
fn news() -> tempfile::TempDir {
    let (mut lines, mut array) = (String::new(), String::from("["));
    let mut table = String::from("id,text\n");
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("news")).unwrap();
    for n in 0..400 {
        let text = format!(
            "“We lost {n},” said Ada Brun, the mayor. “All of it.” She said that she left."
        );
        let object = match n % 40 {
            7 => "{\"id\": 7}".into(),
            _ => format!("{{\"id\": {n}, \"text\": \"{text}\"}}"),
        };
        lines += &format!("{object}\n");
        array += &format!("{object},\n");
        table += &if n % 50 == 9 {
            "9,\"broken\n".into()
        } else {
            format!("{n},\"{text}\"\n")
        };
        if n % 4 == 0 {
            fs::write(folder.path().join(format!("news/{n}.txt")), text).unwrap();
        }
    }
    let path = |name: &str| folder.path().join(name);
    fs::write(path("news.jsonl"), &lines).unwrap();
    fs::write(path("news.json"), array + "]").unwrap();
    fs::write(path("news.csv"), table).unwrap();
    #[cfg(feature = "compression")]
    fs::write(
        path("news.jsonl.zst"),
        zstd::encode_all(lines.as_bytes(), 3).unwrap(),
    )
    .unwrap();
    folder
}

fn kill_and_go_on(kills: u64) {
    let folder = news();
    let inputs: &[&[&str]] = &[
        &["news.jsonl"],
        &["news", "news.csv", "missing.txt"],
        &["news.json", "news.csv"],
        #[cfg(feature = "compression")]
        &["news.jsonl.zst", "news/4.txt"],
    ];
    let outputs = [
        "out.csv",
        "out.json",
        "out.jsonl",
        #[cfg(feature = "parquet")]
        "out.parquet",
    ];
    let mut chance = Chance(kills);
    let (mut killed, mut broken_off, mut series) = (0, 0, 0_usize);
    while killed < kills {
        let (input, output) = (
            inputs[series % inputs.len()],
            outputs[series % outputs.len()],
        );
        series += 1;
        let arguments = |extra: &'static [&'static str]| {
            let always = [
                "--errors",
                "errors.jsonl",
                "--checkpoint",
                "0.002",
                "-o",
                output,
            ];
            let words = ["extract"]
                .iter()
                .chain(input)
                .chain(&always)
                .chain(extra)
                .copied();
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        let read = |name: &str| fs::read(folder.path().join(name)).expect("it was written");
        let start = Instant::now();
        let undisturbed = quotary(folder.path(), arguments(&[]));
        let takes = start.elapsed();
        let (whole, errors) = (read(output), read("errors.jsonl"));
        fs::remove_file(folder.path().join(output)).unwrap();
        fs::write(folder.path().join(output), "the former table").unwrap();
        let mut is_first = true;
        let last = loop {
            let extra: &[&str] = if is_first { &[] } else { &["--resume"] };
            is_first = false;
            let child = command(folder.path())
                .args(arguments(extra))
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the binary starts");
            sleep(takes.mul_f64(chance.share()));
            let signal = ["KILL", "INT", "TERM"][killed as usize % 3];
            send(signal, &child);
            let run: Run = child.wait_with_output().expect("it ends").into();
            killed += 1;
            let is_complete = run.code == undisturbed.code;
            if is_complete {
                break run;
            }
            broken_off += 1;
            assert!(
                matches!(run.code, None | Some(130 | 143)),
                "{signal}: {run:?}"
            );
            // Killed at the very end it has replaced the table already, and not yet tidied up.
            let left = read(output);
            assert!(left == b"the former table" || left == whole, "{signal}");
        };
        assert_eq!(last.code, undisturbed.code, "{}", last.stderr);
        assert!(
            read(output) == whole,
            "{output} of {input:?} after {killed} kills"
        );
        assert!(
            read("errors.jsonl") == errors,
            "errors of {input:?} after {killed} kills"
        );
        for suffix in ["part", "journal"] {
            assert!(
                !folder.path().join(format!("{output}.{suffix}")).exists(),
                "{suffix}"
            );
        }
    }
    assert!(
        broken_off * 4 > kills,
        "only {broken_off} of {killed} kills came in time"
    );
    let _ = writeln!(
        std::io::stderr(),
        "{killed} kills, {broken_off} of them before the end, {series} outputs the same"
    );
}

#[test]
fn a_run_that_is_stopped_finishes_what_is_under_way_and_tells_how_to_go_on() {
    let folder = folder(&[]);
    let mut reading = command(folder.path());
    let arguments = ["extract", "--input-format", "jsonl", "-", "-o", "out.csv"];
    reading.args(arguments);
    let mut child = reading
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // It goes on waiting for more.
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(b"{\"id\": 1, \"text\": \"\\\"We walk,\\\" said Ada Brun.\"}\n")
        .unwrap();
    let journal = folder.path().join("out.csv.journal");
    wait_for(|| journal.exists());
    send("INT", &child);
    let run: Run = child.wait_with_output().expect("it ends").into();
    assert_eq!(run.code, Some(130), "{}", run.stderr);
    let told = "quotary: stopped by Ctrl-C; 1 documents are done\nquotary: the rows of 1 documents are \
                kept; --resume goes on (";
    assert!(run.stderr.starts_with(told), "{}", run.stderr);
    let part = fs::read_to_string(folder.path().join("out.csv.part")).unwrap();
    assert_eq!(part.lines().count(), 2, "{part}");
    drop(stdin);

    let again = quotary(folder.path(), arguments);
    assert_eq!(again.code, Some(2), "what was done is not thrown away");
    assert!(
        again.stderr.contains("--resume") && again.stderr.contains("--restart"),
        "{}",
        again.stderr
    );
    let other = ["--resume", "--kind", "direct"];
    let other = quotary(folder.path(), arguments.iter().chain(&other));
    assert_eq!(other.code, Some(2));
    assert!(
        other
            .stderr
            .contains("had kind nothing, this one has direct"),
        "{}",
        other.stderr
    );
    let anew = quotary(folder.path(), arguments.iter().chain(&["--restart"]));
    assert_eq!(anew.code, Some(0), "{}", anew.stderr);
    assert!(!journal.exists());
}

#[test]
fn an_array_on_stdout_is_closed_when_the_run_is_stopped() {
    let folder = folder(&[]);
    let mut reading = command(folder.path());
    reading.args([
        "extract",
        "--input-format",
        "jsonl",
        "-",
        "--format",
        "json",
        "-v",
    ]);
    let mut child = reading
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(b"{\"id\": 1, \"text\": \"\\\"We walk,\\\" said Ada Brun.\"}\n")
        .unwrap();
    // The source is told when its first article is written.
    let mut messages = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    messages.find(|it| it.as_ref().is_ok_and(|it| it == "quotary: -"));
    send("INT", &child);
    let run: Run = child.wait_with_output().expect("it ends").into();
    assert_eq!(run.code, Some(130));
    let rows: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).expect("an array");
    assert_eq!(rows.len(), 1, "{}", run.stdout);
    drop(stdin);
}

#[test]
fn inputs_that_have_changed_are_no_inputs_to_go_on_with() {
    let folder = folder(&[("b.txt", b"\"Go,\" said Ada Brun."), ("c.txt", b"Calm.")]);
    let arguments = [
        "extract",
        ".",
        "-g",
        "*.txt",
        "-",
        "-o",
        "out.csv",
        "--checkpoint",
        "0",
    ];
    let mut reading = command(folder.path());
    let mut child = reading
        .args(arguments)
        .args(["--input-format", "text"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let journal = folder.path().join("out.csv.journal");
    wait_for(|| fs::read_to_string(&journal).is_ok_and(|it| it.contains("c.txt")));
    child.kill().unwrap();
    child.wait().unwrap();
    fs::write(folder.path().join("a.txt"), "Calm.").unwrap();
    let resume = arguments
        .iter()
        .chain(&["--input-format", "text", "--resume"]);
    let run = quotary(folder.path(), resume.clone());
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(
        run.stderr.contains("a file was added, removed or changed"),
        "{}",
        run.stderr
    );
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    let run = quotary(folder.path(), resume);
    assert!(
        run.stderr.contains("going on after 2 documents"),
        "{}",
        run.stderr
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("out.csv"))
            .unwrap()
            .lines()
            .count(),
        2
    );
}

/// A run that waits for stdin behind `input`, of which everything is done and in the journal.
fn waiting_behind(folder: &std::path::Path, input: &str, documents: u32) -> Child {
    let mut reading = command(folder);
    reading.args(["extract", input, "-", "-o", "out.csv", "--checkpoint", "0"]);
    let child = reading
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let done = format!("\"documents\":{documents}");
    let journal = folder.join("out.csv.journal");
    wait_for(|| fs::read_to_string(&journal).is_ok_and(|it| it.contains(&done)));
    child
}

#[test]
fn what_is_done_of_a_plain_file_is_not_read_again() {
    let line = |n| format!("{{\"id\": {n}, \"text\": \"“We walk,” said Ada Brun.\"}}\n");
    let lines: String = (0..50).map(line).collect();
    let table: String = (0..50)
        .map(|n| format!("{n},“We walk” said Ada Brun.\n"))
        .collect();
    let table = format!("id,text\n{table}");
    for (name, content, kept) in [
        ("news.jsonl", lines, 0),
        ("news.csv", table, "id,text\n".len()),
    ] {
        let folder = folder(&[(name, content.as_bytes())]);
        let path = folder.path().join(name);
        let resumed = [
            "extract",
            name,
            "-",
            "-o",
            "out.csv",
            "--checkpoint",
            "0",
            "--resume",
        ];
        let mut child = waiting_behind(folder.path(), name, 50);
        child.kill().unwrap();
        child.wait().unwrap();
        let part = fs::read_to_string(folder.path().join("out.csv.part")).unwrap();
        assert_eq!(part.lines().count(), 51);
        // Whoever reads it from the beginning finds more records, and broken ones.
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        let broken = content[..kept].to_owned() + &"x\n".repeat((content.len() - kept) / 2);
        let file = fs::File::options().write(true).open(&path).unwrap();
        (&file).write_all(broken.as_bytes()).unwrap();
        file.set_modified(modified).unwrap();
        let run = quotary(folder.path(), resumed);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let told = "quotary: going on after 50 documents\nquotary: -: empty, so it has no rows\n";
        assert_eq!(run.stderr, told, "{name}");
        assert_eq!(
            fs::read_to_string(folder.path().join("out.csv")).unwrap(),
            part
        );
    }
}

#[test]
fn two_runs_do_not_write_one_table() {
    let folder = folder(&[("a.txt", "“We walk,” said Ada Brun.".as_bytes())]);
    let mut child = waiting_behind(folder.path(), "a.txt", 1);
    for more in [None, Some("--resume"), Some("--restart")] {
        let arguments = ["extract", "a.txt", "-", "-o", "out.csv"];
        let run = quotary(folder.path(), arguments.iter().copied().chain(more));
        let told = "quotary: out.csv: another run is writing it; wait for that one, or give another \
                    file to -o\n";
        assert_eq!((run.code, run.stderr.as_str()), (Some(2), told), "{more:?}");
    }
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    let written = fs::read_to_string(folder.path().join("out.csv")).unwrap();
    assert_eq!(written.lines().count(), 2, "{written}");
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "nothing is left beside the table");
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = news();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = |options: &str| {
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(&disk)
            .output()
    };
    if !mount("size=64k").is_ok_and(|run| run.status.success()) {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: a small disk needs root, and mount"
        );
        return;
    }
    let arguments = [
        "extract",
        "news.jsonl",
        "--errors",
        "errors.jsonl",
        "--checkpoint",
        "0",
    ];
    let undisturbed = quotary(folder.path(), arguments.iter().chain(&["-o", "out.csv"]));
    let full = quotary(
        folder.path(),
        arguments.iter().chain(&["-o", "disk/out.csv"]),
    );
    let enlarged = mount("size=8m,remount");
    let more = quotary(
        folder.path(),
        arguments.iter().chain(&["-o", "disk/out.csv", "--resume"]),
    );
    let found = fs::read(disk.join("out.csv"));
    let _ = Command::new("umount").arg(&disk).output();
    assert_eq!(full.code, Some(1));
    assert!(
        full.stderr.contains("no space left on the device"),
        "{}",
        full.stderr
    );
    assert!(full.stderr.contains("--resume goes on"), "{}", full.stderr);
    assert!(enlarged.is_ok_and(|run| run.status.success()));
    assert_eq!(more.code, undisturbed.code, "{}", more.stderr);
    assert!(more.stderr.contains("going on after"), "{}", more.stderr);
    assert!(found.unwrap() == fs::read(folder.path().join("out.csv")).unwrap());
}

#[test]
fn many_empty_documents_and_long_lines_take_little_memory() {
    bounded(20_000, 20 << 20, "--max-document=1MB");
}

#[test]
#[ignore = "takes a minute: cargo test --release --test cli -- --ignored"]
fn a_million_empty_documents_and_a_line_of_a_gigabyte_take_little_memory() {
    bounded(1_000_000, 1 << 30, "--max-document=64MiB");
}

/// So many empty documents, and a line of so many bytes, in as much memory as a shell allows.
fn bounded(documents: usize, length: usize, limit: &str) {
    let folder = folder(&[]);
    let mut shell = limited(1_000_000);
    shell.args([
        "extract",
        "--input-format",
        "jsonl",
        "--stage",
        "segments",
        "-j",
        "2",
        limit,
        "-",
    ]);
    shell.current_dir(folder.path());
    shell
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = shell.spawn().expect("sh starts");
    let mut stdin = std::io::BufWriter::new(child.stdin.take().expect("a pipe"));
    let writer = std::thread::spawn(move || {
        for n in 0..documents {
            writeln!(stdin, "{{\"id\": {n}, \"text\": \"\"}}").unwrap();
        }
        stdin.write_all(b"{\"id\": \"long\", \"text\": \"").unwrap();
        let piece = [b'x'; 1 << 16];
        for _ in 0..length / piece.len() {
            stdin.write_all(&piece).unwrap();
        }
        stdin
            .write_all(b"\"}\n{\"id\": \"last\", \"text\": \"\"}\n")
            .unwrap();
    });
    let run: Run = child.wait_with_output().expect("it ends").into();
    writer.join().expect("it was all read");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    let place = format!("quotary: -:{}: more than ", documents + 1);
    assert!(
        run.stderr.starts_with(&place) && run.stderr.lines().count() == 1,
        "{}",
        run.stderr
    );
    let titles = run
        .stdout
        .lines()
        .filter(|line| line.starts_with("==> "))
        .count();
    assert_eq!(titles, documents + 1);
    assert!(run.stdout.contains("==> last <=="));
}

/// The binary in so many kilobytes: of addresses, of which threads take more than of memory.
fn limited(kilobytes: u32) -> Command {
    let mut shell = Command::new("sh");
    let script = format!("ulimit -v {kilobytes}; exec \"$0\" \"$@\"");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_quotary")]);
    shell.env("XDG_CONFIG_HOME", "/nonexistent");
    shell
}

/// A long article, whole.
#[test]
#[ignore = "takes a minute: cargo test --release --test cli -- --ignored"]
fn a_document_of_sixty_megabytes_is_read() {
    let paragraph =
        "“We lost the crane,” said Ada Brun, the mayor. She said that nobody was hurt.\n\n";
    let text = paragraph.repeat(60_000_000 / paragraph.len());
    let folder = folder(&[("long.txt", text.as_bytes())]);
    let run: Run = limited(2_000_000)
        .args(["extract", "long.txt", "-o", "out.csv"])
        .current_dir(folder.path())
        .output()
        .expect("sh starts")
        .into();
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let rows = fs::read_to_string(folder.path().join("out.csv"))
        .unwrap()
        .lines()
        .count();
    assert!(rows > text.len() / paragraph.len(), "{rows}");
}

fn send(signal: &str, child: &Child) {
    let id = child.id().to_string();
    // One that has ended gets nothing.
    let _ = Command::new("kill")
        .args(["-s", signal, &id])
        .stderr(Stdio::null())
        .status();
}

/// The same chances in every run.
struct Chance(u64);

impl Chance {
    /// From 0 to 1.1: some come too late.
    fn share(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        1.1 * (self.0 >> 40) as f64 / f64::from(1_u32 << 24)
    }
}
