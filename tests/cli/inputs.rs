//! What articles come in: every format gives the rows that the plain text gives.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::command::{Run, folder, quotary, quotary_reading};

/// Quotation marks, commas, line ends, characters of one to four bytes, and what a spreadsheet
/// takes for a formula.
const ARTICLES: [(&str, &str); 3] = [
    (
        "https://example.org/1",
        "“We lost the crane,” harbour master Zoé Lindqvist said. 😀\n\nShe told \
      reporters that \"nobody\" was hurt.\n",
    ),
    (
        "2",
        "\"=1+1,\" said Ada Brun, the mayor of Vallorbe.\r\nIt rained.\r\n",
    ),
    ("3", "The dam will hold,\tthe company said."),
];

fn records() -> Vec<Value> {
    let record = |(n, (id, text)): (usize, &(&str, &str))| json!({"id": id, "text": text, "outlet": format!("Post {n}"), "meta": {"date": n, "tags": ["a", "b"]}});
    ARTICLES.iter().enumerate().map(record).collect()
}

fn jsonl() -> String {
    records()
        .iter()
        .map(|record| format!("{record}\n"))
        .collect()
}

fn csv(delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    writer.write_record(["outlet", "text", "id"]).unwrap();
    for record in records() {
        let cells = ["outlet", "text", "id"].map(|name| record[name].as_str().unwrap().to_owned());
        writer.write_record(cells).unwrap();
    }
    writer.into_inner().unwrap()
}

fn read(folder: &Path, arguments: &[&str]) -> Run {
    let run = quotary(folder, ["extract"].iter().chain(arguments));
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(0), ""),
        "{arguments:?}"
    );
    run
}

#[test]
fn every_format_gives_the_same_rows() {
    let lines = jsonl();
    let array = format!("{:#}", Value::from(records()));
    let objects = records()
        .iter()
        .map(|it| format!("{it:#}"))
        .collect::<Vec<_>>()
        .join("\n");
    let (comma, tab, semicolon) = (csv(b','), csv(b'\t'), csv(b';'));
    let folder = folder(&[
        ("news.jsonl", lines.as_bytes()),
        ("array.json", array.as_bytes()),
        ("objects.json", objects.as_bytes()),
        ("news.csv", &comma),
        ("news.TSV", &tab),
        ("semicolon.csv", &semicolon),
        ("news", lines.as_bytes()),
    ]);
    let rows = read(folder.path(), &["news.jsonl"]);
    assert!(rows.rows().len() >= 4, "{}", rows.stdout);
    for arguments in [
        &["array.json"][..],
        &["objects.json"],
        &["news.csv"],
        &["news.TSV"],
        &["semicolon.csv", "--delimiter", ";"],
        &["news", "--input-format", "jsonl"],
    ] {
        assert_eq!(
            read(folder.path(), arguments).stdout,
            rows.stdout,
            "{arguments:?}"
        );
    }
}

#[cfg(feature = "compression")]
#[test]
fn compressed_files_are_known_by_their_content() {
    let folder = folder(&[("news.jsonl", jsonl().as_bytes())]);
    let rows = read(folder.path(), &["news.jsonl"]);
    for (name, compressed) in compressions(jsonl().as_bytes()) {
        let name = format!("news.jsonl.{name}");
        std::fs::write(folder.path().join(&name), &compressed).unwrap();
        assert_eq!(read(folder.path(), &[&name]).stdout, rows.stdout, "{name}");
        let arguments = ["extract", "--input-format", "jsonl", "-"];
        let piped = quotary_reading(folder.path(), &compressed, arguments);
        assert_eq!(piped.stdout, rows.stdout, "{name} from a pipe");
    }
}

#[cfg(feature = "compression")]
#[test]
fn what_stands_before_the_end_of_a_truncated_file_is_read() {
    // Random enough that a half of it is a half of the articles.
    let noise = |n: u64| n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_string();
    let lines: String = (0..20_000)
        .map(|n| json!({"id": n, "text": format!("“Go {}{},” said Ada Brun.", noise(n), noise(n + 7))}))
        .map(|record| format!("{record}\n"))
        .collect();
    for (name, compressed) in compressions(lines.as_bytes()) {
        let folder = folder(&[("half", &compressed[..compressed.len() / 2])]);
        let run = quotary(
            folder.path(),
            [
                "extract",
                "half",
                "--input-format",
                "jsonl",
                "--columns",
                "doc_id",
            ],
        );
        assert_eq!(run.code, Some(1), "{name}");
        assert_eq!(run.stderr.lines().count(), 1, "{name}: {}", run.stderr);
        assert!(
            run.stderr.starts_with("quotary: half: "),
            "{name}: {}",
            run.stderr
        );
        let read = run.stdout.lines().count() - 1;
        // bzip2 and xz give a block only when it is whole.
        let least = if name == "gz" || name == "zst" {
            5_000
        } else {
            0
        };
        assert!((least..20_000).contains(&read), "{name}: {read}");
    }
}

#[cfg(feature = "compression")]
fn compressions(plain: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(plain).unwrap();
    let mut bzip2 = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::default());
    bzip2.write_all(plain).unwrap();
    let mut xz = liblzma::write::XzEncoder::new(Vec::new(), 6);
    xz.write_all(plain).unwrap();
    vec![
        ("gz", gzip.finish().unwrap()),
        ("bz2", bzip2.finish().unwrap()),
        ("xz", xz.finish().unwrap()),
        ("zst", zstd::encode_all(plain, 3).unwrap()),
    ]
}

#[test]
fn kept_fields_stand_at_the_end_and_paths_lead_into_fields() {
    let folder = folder(&[("news.jsonl", jsonl().as_bytes()), ("news.csv", &csv(b','))]);
    let kept = [
        "news.jsonl",
        "--keep",
        "outlet,meta.date,meta.tags.1,meta.none",
    ];
    let run = read(folder.path(), &kept);
    let header = run.stdout.lines().next().unwrap();
    assert!(
        header.ends_with(",outlet,meta.date,meta.tags.1,meta.none"),
        "{header}"
    );
    let first = &run.rows()[0];
    let values =
        ["outlet", "meta.date", "meta.tags.1", "meta.none"].map(|name| first[name].as_str());
    assert_eq!(values, ["Post 0", "0", "b", ""]);
    let json = read(
        folder.path(),
        &["news.jsonl", "--keep", "meta", "--format", "jsonl"],
    );
    let row: Value = serde_json::from_str(json.stdout.lines().next().unwrap()).unwrap();
    assert_eq!(row["meta"], json!({"date": 0, "tags": ["a", "b"]}));
    let by_path = [
        "news.jsonl",
        "--id-field",
        "meta.date",
        "--columns",
        "doc_id",
    ];
    assert_eq!(
        read(folder.path(), &by_path).stdout.lines().nth(1),
        Some("0")
    );
    let of_csv = read(
        folder.path(),
        &["news.csv", "--keep", "outlet", "--columns", "outlet,doc_id"],
    );
    assert_eq!(
        of_csv.stdout.lines().nth(1),
        Some("Post 0,https://example.org/1")
    );
}

#[test]
fn what_texts_and_pages_have_no_fields_for_is_empty() {
    let folder = folder(&[
        ("a.txt", ARTICLES[0].1.as_bytes()),
        ("b.html", format!("<p>{}</p>", ARTICLES[0].1).as_bytes()),
        ("news.jsonl", jsonl().as_bytes()),
    ]);
    let arguments = ["a.txt", "b.html", "news.jsonl", "--keep", "outlet"];
    let run = read(folder.path(), &arguments);
    let outlets = run.rows().into_iter().map(|mut row| {
        let outlet = row.remove("outlet").unwrap();
        (row.remove("doc_id").unwrap(), outlet)
    });
    let outlets: std::collections::BTreeMap<_, _> = outlets.collect();
    for (id, outlet) in [
        ("a.txt", ""),
        ("b.html", ""),
        ("https://example.org/1", "Post 0"),
    ] {
        assert_eq!(outlets.get(id).map(String::as_str), Some(outlet), "{id}");
    }
    for command in ["extract", "speakers"] {
        let arguments = [command, "a.txt", "--keep", "outlet", "--format", "jsonl"];
        let run = quotary(folder.path(), arguments);
        assert!(run.stdout.contains("\"outlet\":null"), "{}", run.stdout);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    }
}

#[test]
fn columns_that_are_not_there_are_named_with_those_that_are() {
    let folder = folder(&[("news.csv", b"id,url,text\n1,x,Calm.\n")]);
    let run = quotary(
        folder.path(),
        ["extract", "news.csv", "--text-column", "body"],
    );
    let expected = "quotary: no column 'body' in news.csv: it has id, url, text \
                    (--text-column names another)\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), expected));
    let semicolons = quotary_reading(
        folder.path(),
        b"id;text\n1;Calm.\n",
        ["extract", "--input-format", "csv", "-"],
    );
    let expected = "quotary: no column 'id' in -: it has id;text (--delimiter says what separates \
                    cells)\n";
    assert_eq!(semicolons.stderr, expected);
    let run = quotary(
        folder.path(),
        ["extract", "news.csv", "--columns", "text,body"],
    );
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("no column 'body'; there are doc_id, "),
        "{}",
        run.stderr
    );
    let run = quotary(folder.path(), ["extract", "news.csv", "--keep", "text"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("--keep text: "), "{}", run.stderr);
}

#[test]
fn a_csv_with_a_broken_quote_goes_on_with_the_next_record() {
    let table = "id,text\n1,\"“We walk,” said Ada Brun.\"\n2,\"“We run,” said Ada Brun.\n\
        3,\"“We “”\"\"stay\"\",\n” said Ada Brun.\"\n4,a \"b\" c\n5,too,many\n6,“We go” said Ada Brun.";
    let folder = folder(&[("news.csv", table.as_bytes())]);
    let run = quotary(
        folder.path(),
        ["extract", "--stage", "segments", "news.csv"],
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(run.titles(), ["1", "3", "4", "6"]);
    let expected = "quotary: news.csv:3: broken CSV: a quotation mark is missing, or stands inside a \
        cell undoubled; this record is left out\nquotary: news.csv:7: 3 cells, and the header has 2; \
        this record is left out\n";
    assert_eq!(run.stderr, expected);
}

#[test]
fn lone_carriage_returns_lose_no_record_in_silence() {
    let folder = folder(&[
        ("plain.csv", b"id,text\r1,Calm.\r2,It rained.\r"),
        (
            "quoted.csv",
            b"id,text\r1,\"Calm, still.\"\r2,\"It rained.\"\r",
        ),
        ("one.csv", b"id,text\n1,Calm.\r2,It rained.\n3,\"A\rB\"\n"),
    ]);
    for name in ["plain.csv", "quoted.csv"] {
        let run = quotary(folder.path(), ["extract", name]);
        let told = format!("quotary: {name}: its lines end with carriage returns alone; ");
        assert!(run.stderr.starts_with(&told), "{}", run.stderr);
        assert_eq!(run.code, Some(1));
    }
    let run = quotary(folder.path(), ["extract", "one.csv", "--stage", "segments"]);
    assert_eq!(run.titles(), ["3"]);
    let told = "quotary: one.csv:2: a carriage return stands alone, outside quotation marks; this \
                record is left out\n";
    assert_eq!(run.stderr, told);
}

#[test]
fn a_broken_object_of_an_array_costs_itself() {
    let array = "[{\"id\": 1, \"text\": \"Calm.\"},\n {\"id\": 2, \"text\": \"Calm.},\n \
        {\"id\": 3, \"text\": \"Calm. }{\\\"\"}, 7,\n{\"id\": 4, \"text\": \"Calm.\"}]\n{\"id\": 5";
    let run = quotary_reading(
        Path::new("."),
        array.as_bytes(),
        [
            "extract",
            "--stage",
            "segments",
            "--input-format",
            "json",
            "-",
        ],
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(run.titles(), ["1", "3", "4"]);
    let lines: Vec<_> = run
        .stderr
        .lines()
        .map(|line| line.split(": ").nth(1).unwrap())
        .collect();
    assert_eq!(lines, ["-:2", "-:3", "-:5"], "{}", run.stderr);
}

#[test]
fn lone_surrogates_and_nuls_are_no_reason_to_leave_a_record_out() {
    let lines = "{\"id\": 1, \"text\": \"\\ud83d “We walk,” said Ada Brun. \\ud83d\\ude00\"}\n\
        {\"id\": 2, \"text\": \"\\u0000 “We walk,” said Ada Brun.\"}\n";
    let arguments = [
        "extract",
        "--input-format",
        "jsonl",
        "--columns",
        "doc_id,start,flags",
        "-",
    ];
    let run = quotary_reading(Path::new("."), lines.as_bytes(), arguments);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr
            .starts_with("quotary: -:1: no pair of surrogates; "),
        "{}",
        run.stderr
    );
    assert_eq!(run.stdout, "doc_id,start,flags\n1,3,repaired\n2,3,\n");
}

#[test]
fn long_documents_are_refused_by_name_and_the_next_is_found() {
    let long = "x".repeat(3_000);
    let lines =
        format!("{{\"id\": 1, \"text\": \"{long}\"}}\n{{\"id\": 2, \"text\": \"Calm.\"}}\n");
    let array = format!("[{}]", lines.trim_end().replace('\n', ","));
    let table = format!("id,text\n1,\"{}\n{long}\"\n2,Calm.\n", &long[..1_500]);
    let folder = folder(&[
        ("news.jsonl", lines.as_bytes()),
        ("news.json", array.as_bytes()),
        ("news.csv", table.as_bytes()),
        ("long.txt", long.as_bytes()),
    ]);
    for (name, place) in [
        ("news.jsonl", "news.jsonl:1"),
        ("news.json", "news.json:1"),
        ("news.csv", "news.csv:2"),
        ("long.txt", "long.txt"),
    ] {
        let arguments = [
            "extract",
            "--stage",
            "segments",
            "--max-document",
            "2kB",
            name,
        ];
        let run = quotary(folder.path(), arguments);
        assert_eq!(run.code, Some(1), "{name}");
        let message = format!("quotary: {place}: more than 2000 bytes; this document is refused");
        assert!(run.stderr.starts_with(&message), "{}", run.stderr);
        assert_eq!(
            run.stdout.contains("==> 2 <=="),
            name != "long.txt",
            "{name}"
        );
    }
}

#[test]
fn an_explanation_is_of_the_quote_that_the_table_has() {
    let page = "<html><nav>“Menu,” said Ann Bar.</nav><p>“We walk,” said Ada Brun.</p></html>";
    let marked = "\u{FEFF}“We walk,” said Ada Brun.";
    let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (_, gzip) = compressions(marked.as_bytes()).remove(0);
    let folder = folder(&[
        ("page.html", page.as_bytes()),
        ("wide.txt", &wide),
        ("packed.txt.gz", &gzip),
        ("news.jsonl", jsonl().as_bytes()),
    ]);
    for name in ["page.html", "wide.txt", "packed.txt.gz"] {
        let run = quotary(folder.path(), ["explain", name]);
        assert!(
            run.stdout.starts_with("quote 1: We walk,\n"),
            "{name}: {}",
            run.stdout
        );
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    }
    let run = quotary(folder.path(), ["explain", "news.jsonl"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("holds records"), "{}", run.stderr);
}

#[cfg(feature = "encodings")]
#[test]
fn encodings_are_marked_named_or_guessed() {
    let text = "“We walk,” said Zoé Brun, the mayor of Zürich. She said that it was a café.";
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{FEFF}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(bytes)
            .collect()
    };
    let record = format!("{}\n", json!({"id": "a", "text": text}));
    let (lines, _, _) = encoding_rs::WINDOWS_1252.encode(&record);
    let marked = format!("\u{FEFF}{text}");
    let folder = folder(&[
        ("plain.txt", text.as_bytes()),
        ("marked.txt", marked.as_bytes()),
        ("little.txt", &wide(u16::to_le_bytes)),
        ("big.txt", &wide(u16::to_be_bytes)),
        ("windows.txt", &windows),
        ("news.jsonl", &lines),
        ("wider.txt", b"\xff\xfe\0\0A\0\0\0"),
    ]);
    let plain = read(folder.path(), &["plain.txt"])
        .stdout
        .replace("plain.txt", "");
    for arguments in [
        &["marked.txt"][..],
        &["little.txt"],
        &["big.txt"],
        &["windows.txt", "--encoding", "windows-1252"],
        &["windows.txt", "--encoding", "detect"],
        &["little.txt", "--encoding", "windows-1252"],
    ] {
        let run = read(folder.path(), arguments);
        assert_eq!(run.stdout.replace(arguments[0], ""), plain, "{arguments:?}");
    }
    let records = read(folder.path(), &["news.jsonl", "--encoding", "latin1"]);
    assert_eq!(records.stdout.replace("\na,", "\n,"), plain);
    let run = quotary(
        folder.path(),
        ["extract", "plain.txt", "--encoding", "klingon"],
    );
    assert_eq!(run.code, Some(2));
    let run = quotary(folder.path(), ["extract", "wider.txt"]);
    assert!(
        run.stderr.starts_with("quotary: wider.txt: is UTF-32; "),
        "{}",
        run.stderr
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn mojibake_is_mended_on_request_and_offsets_stay_those_of_the_input() {
    let text = "Itâ€™s late. â€œWe walk,â€\u{9d} said ZoÃ© Brun.";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let untouched = read(folder.path(), &["a.txt"]);
    assert!(
        !untouched.stdout.contains("mojibake"),
        "{}",
        untouched.stdout
    );
    for unit in ["chars", "bytes", "utf16"] {
        let run = read(
            folder.path(),
            &["a.txt", "--repair-mojibake", "--offsets", unit],
        );
        let rows = run.rows();
        assert_eq!(rows.len(), 1, "{}", run.stdout);
        let row = &rows[0];
        assert_eq!(
            (row["text"].as_str(), row["flags"].as_str()),
            ("We walk,", "mojibake")
        );
        assert_eq!(row["speaker_mention"], "Zoé Brun");
        let [start, end] = ["start", "end"].map(|name| row[name].parse::<usize>().unwrap());
        let slice = match unit {
            "bytes" => text[start..end].to_owned(),
            "chars" => text.chars().skip(start).take(end - start).collect(),
            _ => {
                let units: Vec<u16> = text.encode_utf16().collect();
                String::from_utf16(&units[start..end]).unwrap()
            }
        };
        assert_eq!(slice, "We walk,", "{unit}");
    }
}

#[cfg(all(feature = "html", feature = "encodings"))]
#[test]
fn offsets_of_html_lead_back_to_its_bytes() {
    let page = "<!doctype html><meta charset=iso-8859-1><title>Post</title><nav><a>“Go,” said Eve.</a>\
        </nav><article><h1>Dam holds</h1><p>“The caf\u{e9} &amp; the <i>dam</i>\nheld,” said \
        Zo\u{eb} Brun, the mayor of Vallorbe.</p><script>“No,” said Bob.</script></article>";
    let page = page.replace("“", "&ldquo;").replace("”", "&#8221;");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&page);
    let folder = folder(&[("page.html", &bytes)]);
    let run = read(folder.path(), &["page.html"]);
    let rows = run.rows();
    assert_eq!(rows.len(), 1, "{}", run.stdout);
    let row = &rows[0];
    assert_eq!(row["text"], "The café & the dam held,");
    let [start, end] = ["html_start", "html_end"].map(|name| row[name].parse::<usize>().unwrap());
    let (slice, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes[start..end]);
    assert_eq!(slice, "The café &amp; the <i>dam</i>\nheld,");
    let [start, end] = ["start", "end"].map(|name| row[name].parse::<usize>().unwrap());
    assert_eq!((start, end), (12, 36), "of the readable text");
}

#[test]
fn what_looks_like_another_format_than_text_is_told() {
    for (content, like, format) in [
        (jsonl(), "JSON", "jsonl (or json)"),
        (Value::from(records()).to_string(), "JSON", "json"),
        ("\n<!DOCTYPE html><p>Calm.".to_owned(), "HTML", "html"),
    ] {
        let run = quotary_reading(Path::new("."), content.as_bytes(), ["extract", "-"]);
        let told = format!(
            "quotary: -: begins like {like}, and is read as text; --input-format {format} reads what \
             it holds\n"
        );
        assert_eq!((run.code, run.stderr), (Some(0), told));
        let stated = ["extract", "--input-format", "text", "-"];
        assert_eq!(
            quotary_reading(Path::new("."), content.as_bytes(), stated).stderr,
            ""
        );
    }
    let text = "[The dam will hold,] the company said.";
    let run = quotary_reading(Path::new("."), text.as_bytes(), ["extract", "-"]);
    assert_eq!(run.stderr, "");
}

#[test]
fn globs_choose_among_what_is_found_in_folders() {
    let article = ARTICLES[0].1.as_bytes();
    let folder = folder(&[
        ("news/a.txt", article),
        ("news/b.md", article),
        ("news/old/c.txt", article),
        ("news/._a.txt", article),
        ("news/draft.txt", article),
        ("news/.ignore", b"draft.txt\n"),
    ]);
    let titles = |arguments: &[&str]| -> Vec<String> {
        let run = read(
            folder.path(),
            &[&["--stage", "segments", "news"], arguments].concat(),
        );
        run.titles().into_iter().map(str::to_owned).collect()
    };
    assert_eq!(titles(&["-g", "*.txt"]), ["news/a.txt", "news/old/c.txt"]);
    assert_eq!(titles(&["-g", "*.txt", "-g", "!old/**"]), ["news/a.txt"]);
    assert_eq!(titles(&["-g", "!old", "-g", "*.txt"]), ["news/a.txt"]);
    assert_eq!(titles(&["-g", "!*.md"]), ["news/a.txt", "news/old/c.txt"]);
    let run = quotary(folder.path(), ["extract", "news", "-g", "*.xyz"]);
    let told = "quotary: news: no file to read in it that --glob lets through; ";
    assert!(run.stderr.starts_with(told), "{}", run.stderr);
    assert_eq!(run.code, Some(0));
    let run = quotary(folder.path(), ["extract", "news", "-g", "[a"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
}

#[test]
fn a_file_that_vanishes_is_named_and_the_others_are_read() {
    use std::process::Stdio;
    let folder = folder(&[
        ("a.jsonl", jsonl().as_bytes()),
        ("b.jsonl", jsonl().as_bytes()),
    ]);
    let mut command = crate::command::command(folder.path());
    command.args([
        "extract",
        "--input-format",
        "jsonl",
        "-",
        "a.jsonl",
        "b.jsonl",
    ]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    // It waits for stdin, which comes first.
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(jsonl().as_bytes()).expect("it reads");
    std::fs::remove_file(folder.path().join("a.jsonl")).unwrap();
    drop(stdin);
    let run: Run = child.wait_with_output().expect("it ends").into();
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.stderr,
        "quotary: a.jsonl: no such file or folder; check the path\n"
    );
    let one = read(folder.path(), &["b.jsonl"]).rows().len();
    assert_eq!(run.rows().len(), 2 * one);
}
