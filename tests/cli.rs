//! The command line as scripts use it: the built program, its output and its exit codes.

use crate::support::firm::FIRM;
use seloste::lang::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn seloste(args: &[&str], stdin: impl AsRef<[u8]>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("a pipe to stdin");
    let bytes = stdin.as_ref().to_vec();
    let writer = std::thread::spawn(move || {
        // The program may stop reading before the end: that is its right.
        let _ = pipe.write_all(&bytes);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    output
}

#[track_caller]
fn ends(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "stderr: {}", err(output));
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8 on stdout")
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder of one test's own, removed when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("seloste-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a writable temporary folder");
        Self(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.0.join(name), content).expect("a writable file");
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn blank() -> String {
    let output = seloste(&["new", "--kind", "customers"], "");
    ends(&output, 0);
    out(&output)
}

/// A typical firm of each kind of register: the file with its answers, the kind and the trade.
const FIRMS: [(&str, &str, Option<&str>); 11] = [
    ("hairdresser", "bookings", Some("hairdresser")),
    ("heat-pumps", "customers", Some("heat-pumps")),
    ("heat-pumps-web", "web", None),
    ("wholesale", "customers", Some("wholesale")),
    ("social-services", "care", Some("social-services")),
    ("association", "members", Some("association")),
    ("marketing", "marketing", None),
    ("stakeholders", "stakeholders", None),
    ("employees", "employees", None),
    ("applicants", "applicants", None),
    ("cameras", "cameras", None),
];

/// A firm's file.
fn firm_file(name: &str) -> String {
    let path = format!("{}/tests/fixtures/firm-{name}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn new_draft(kind: &str, trade: Option<&str>, firm: &str) -> String {
    let mut args = vec!["new", "--kind", kind, "--firm", "-"];
    args.extend(trade.into_iter().flat_map(|trade| ["--trade", trade]));
    let output = seloste(&args, firm);
    ends(&output, 0);
    out(&output)
}

fn filled() -> String {
    new_draft("customers", Some("wholesale"), &firm_file("wholesale"))
}

fn check_json(draft: &str) -> Value {
    let output = seloste(&["check", "-", "--format", "json"], draft);
    serde_json::from_slice(&output.stdout).expect("JSON on stdout")
}

#[test]
fn a_new_draft_lists_just_what_only_the_firm_can_know() {
    let draft = blank();
    let output = seloste(&["check", "-", "--format", "json"], &draft);
    ends(&output, 1);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON on stdout");
    let findings = report["findings"].as_array().expect("findings");
    // Without the ids of rows.
    let field = |finding: &Value| {
        finding["field"].as_str().unwrap_or_default().split(".2").next().unwrap_or_default().to_owned()
    };
    let fields: Vec<_> = findings.iter().map(field).collect();
    assert_eq!(
        fields,
        [
            "controller.name",
            "controller.street",
            "controller.postal-code",
            "controller.city",
            "controller.email",
            "controller.business-id",
            "contact.email",
            "dpo",
            "joint-controllers",
            "children",
            "special-categories",
            "identity-code",
            "recipients",
            "recipients",
            "recipients",
            "disclosures",
            "cookies",
            "automated-decisions.profiling",
            "automated-decisions.decisions",
        ]
    );
    assert_eq!(report["completeness"], 0);
}

/// What nobody has said is never published: not with the firm's details, not with its answers, but with its yes.
#[test]
fn a_new_draft_is_publishable_with_the_answers_and_the_yes_of_the_firm_and_never_without() {
    for (name, kind, trade) in FIRMS {
        let whole = firm_file(name);
        let output = seloste(&["check", "-"], new_draft(kind, trade, &whole));
        assert_eq!(output.status.code(), Some(0), "{name}: {}", out(&output));
        assert!(out(&output).contains("Valmiina 100 %"), "{name}: {}", out(&output));

        let mut firm: Value = serde_json::from_str(&whole).expect("JSON");
        let fields = firm.as_object_mut().expect("an object");
        fields.remove("confirmed");
        let unconfirmed = new_draft(kind, trade, &Value::Object(fields.clone()).to_string());
        ends(&seloste(&["check", "-"], &unconfirmed), 1);
        let report = check_json(&unconfirmed);
        let statuses = report["sections"].as_object().expect("sections");
        assert!(statuses.values().any(|status| status == "unconfirmed"), "{name}");
        let page = out(&seloste(&["render", "-", "--to", "text"], &unconfirmed));
        assert!(page.contains("LUONNOS"), "{name}");

        fields.remove("answers");
        let bare = new_draft(kind, trade, &Value::Object(fields.clone()).to_string());
        ends(&seloste(&["check", "-"], bare), 1);
    }
}

/// A file with its origins still there tells, opened again, what waits.
#[test]
fn an_exported_draft_that_waits_still_waits_when_it_is_opened() {
    let mut firm: Value = serde_json::from_str(&firm_file("hairdresser")).expect("JSON");
    firm["confirmed"] = json!(["purposes"]);
    let draft = new_draft("bookings", Some("hairdresser"), &firm.to_string());
    let page = out(&seloste(&["render", "-", "--to", "html"], &draft));
    let (before, after) = (check_json(&draft), check_json(&page));
    assert_eq!(before["sections"], after["sections"]);
    assert_eq!(after["sections"]["retention"], "unconfirmed");
    assert_eq!(after["sections"]["purposes"], "complete");
}

#[test]
fn a_new_draft_is_dated_and_in_the_language_asked_for() {
    let draft: Value =
        serde_json::from_slice(&seloste(&["new", "--kind", "customers", "--lang", "sv"], "").stdout)
            .expect("JSON");
    assert_eq!(draft["format"], "seloste");
    assert_eq!(draft["version"], 2);
    assert_eq!(draft["origins"]["representative"], "suggested");
    assert_eq!(draft["notice"]["languages"], json!(["sv"]));
    let created = draft["created"].as_str().unwrap_or_default();
    assert!(created.len() == 20 && created.ends_with('Z'), "{created}");
    assert_eq!(draft["notice"]["drawn-up"], created[..10]);
    let id = draft["id"].as_str().unwrap_or_default();
    assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{id}");
}

#[test]
fn the_date_of_the_firms_details_wins_over_today() {
    let firm = FIRM.replace("\"city\"", "\"date\": \"2026-11-20\", \"city\"");
    let draft: Value =
        serde_json::from_slice(&seloste(&["new", "--kind", "customers", "--firm", "-"], firm).stdout)
            .expect("JSON");
    assert_eq!(draft["notice"]["drawn-up"], "2026-11-20");
}

#[test]
fn findings_in_json_have_the_shape_that_scripts_rest_on() {
    let report = check_json(&blank());
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(
        keys(&report),
        ["completeness", "dismissed", "findings", "sections"].map(str::to_owned).into()
    );
    for finding in report["findings"].as_array().expect("findings") {
        assert_eq!(
            keys(finding),
            ["evidence", "field", "law", "message", "rule", "section", "severity"].map(str::to_owned).into(),
            "{finding}"
        );
        assert!(finding.as_object().expect("an object").values().all(Value::is_string));
        assert!(["blocking", "warning", "hint"].contains(&finding["severity"].as_str().unwrap_or_default()));
    }
    let first = &report["findings"][0];
    assert_eq!(first["rule"], "controller-incomplete");
    assert_eq!(first["section"], "controller");
    assert_eq!(first["law"], "GDPR 13(1)(a)");
    assert_eq!(report["sections"]["controller"], "empty");
    assert_eq!(report["sections"]["purposes"], "unconfirmed");
    assert_eq!(report["sections"]["transfers"], "empty");
    assert_eq!(report["sections"]["representative"], "not-needed");
    assert_eq!(report["sections"]["right-access"], "incomplete");
    assert_eq!(report["sections"].as_object().expect("sections").len(), 37);
}

#[test]
fn a_finding_in_a_text_tells_where_its_words_stand() {
    let mut draft: Value = serde_json::from_str(&filled()).expect("JSON");
    let text = "Näytämme tiedot. Tarkastuspyyntö tulee tehdä kirjallisena, hetu 131052-308T.";
    draft["notice"]["additions"] = json!({ "right-access": { "fi": text } });
    let report = check_json(&draft.to_string());
    let found = report["findings"].as_array().expect("findings").iter();
    let found = found.clone().find(|found| found["rule"] == "request-form-demanded").expect("the finding");
    let byte = |key: &str| usize::try_from(found[key].as_u64().expect("a number")).expect("a place");
    assert_eq!(&text[byte("start")..byte("end")], "tulee tehdä kirjallisena");
    assert_eq!((&found["lang"], &found["found-in"]), (&json!("fi"), &json!("additions.right-access")));
    assert!(!report.to_string().contains("308T"), "a secret number stays hidden");
    let told: Value =
        serde_json::from_slice(&seloste(&["evidence", "-", "--to", "json"], draft.to_string()).stdout)
            .expect("JSON");
    assert!(
        told["findings"].as_array().expect("findings").iter().any(|other| other["start"] == found["start"])
    );
    let told = out(&seloste(&["evidence", "-", "--to", "text"], draft.to_string()));
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("”Tarkastuspyyntö tulee tehdä kirjallisena, hetu ••••••-••••”"), "{told}");
}

#[test]
fn what_the_firm_set_aside_is_listed_apart() {
    let mut draft: Value = serde_json::from_str(&filled()).expect("JSON");
    draft["notice"]["drawn-up"] = json!("1.5.2018");
    draft["dismissals"] = json!([
        { "rule": "notice-old", "field": "drawn-up", "reason": "Tarkistettu.", "on": "2026-11-21" },
        { "rule": "controller-incomplete", "field": "controller.name", "reason": "Ei ole.", "on": "2026-11-21" },
    ]);
    draft["notice"]["controller"]["name"] = json!("");
    let draft = draft.to_string();
    let report = check_json(&draft);
    let rules = |list: &str| -> Vec<String> {
        let list = report[list].as_array().expect("a list");
        list.iter().map(|line| line["rule"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let open = rules("findings");
    assert!(open.contains(&"controller-incomplete".to_owned()), "what blocks cannot be set aside: {open:?}");
    assert!(!open.contains(&"notice-old".to_owned()), "{open:?}");
    assert_eq!(rules("dismissed"), ["notice-old"]);
    let set = &report["dismissed"][0];
    assert_eq!((&set["reason"], &set["on"]), (&json!("Tarkistettu."), &json!("2026-11-21")));
    assert!(set["message"].as_str().is_some_and(|message| !message.is_empty()));
    let told = out(&seloste(&["check", "-"], &draft));
    assert!(told.contains("notice-old drawn-up: Tarkistettu."), "{told}");
    let published = out(&seloste(&["render", "-", "--to", "html"], &draft));
    assert!(
        published.contains("seloste-draft") && !published.contains("Tarkistettu."),
        "reasons stay at home"
    );
    assert!(out(&seloste(&["render", "-", "--to", "json"], &draft)).contains("Tarkistettu."));
}

#[test]
fn the_evidence_report_comes_in_every_format() {
    let folder = Folder::new("evidence");
    let draft = folder.file("draft.json", filled());
    let told = seloste(&["evidence", &draft, "--to", "text", "--lang", "en"], "");
    ends(&told, 0);
    assert!(
        out(&told).contains("requirements report")
            && out(&told).contains("Controller Identity")
            && !out(&told).contains("C20"),
        "{}",
        out(&told)
    );
    assert!(!out(&told).to_lowercase().contains("compliant"));
    let page = seloste(&["evidence", &draft, "--to", "html"], "");
    assert!(out(&page).contains("vaatimusraportti") && !out(&page).contains("seloste-draft"));
    let report: Value =
        serde_json::from_slice(&seloste(&["evidence", &draft, "--to", "json"], "").stdout).expect("JSON");
    let requirements = report["requirements"].as_array().expect("requirements");
    let of = |set: &str| requirements.iter().filter(|met| met["set"] == set).count();
    assert_eq!((of("criteria"), of("labels")), (23, 21));
    assert!(
        requirements
            .iter()
            .all(|met| ["found", "not-applicable"].contains(&met["status"].as_str().unwrap_or_default()))
    );
    assert_eq!(report["found"], report["of"]);
    let pdf = folder.path("report.pdf");
    ends(&seloste(&["evidence", &draft, "--to", "pdf", "-o", &pdf], ""), 0);
    assert!(std::fs::read(pdf).expect("the PDF").starts_with(b"%PDF-"));
    ends(&seloste(&["evidence", "-", "--to", "text"], "{}"), 2);
}

#[test]
fn messages_come_in_the_language_asked_for() {
    for (lang, words) in
        [("fi", "Y-tunnus puuttuu"), ("sv", "FO-numret saknas"), ("en", "business ID is missing")]
    {
        let output = seloste(&["check", "-", "--lang", lang], blank());
        assert!(out(&output).contains(words), "{}", out(&output));
    }
}

#[test]
fn every_format_is_written_and_holds_the_firm() {
    let folder = Folder::new("formats");
    let draft = folder.file("draft.json", filled());
    let html = seloste(&["render", &draft, "--to", "html"], "");
    ends(&html, 0);
    assert!(out(&html).contains("Esimerkkipuutarha Oy") && err(&html).is_empty(), "{}", err(&html));
    let text = seloste(&["render", &draft, "--to", "text"], "");
    assert!(out(&text).contains("Esimerkkipuutarha Oy") && !out(&text).contains("LUONNOS"));
    let pdf = folder.path("notice.pdf");
    let output = seloste(&["render", &draft, "--to", "pdf", "-o", &pdf], "");
    ends(&output, 0);
    assert!(output.stdout.is_empty() && err(&output).is_empty(), "{}", err(&output));
    assert!(std::fs::read(pdf).expect("the PDF").starts_with(b"%PDF-"));
    let again = seloste(&["render", &draft, "--to", "json"], "");
    assert_eq!(
        out(&again),
        std::fs::read_to_string(draft).expect("the draft"),
        "JSON goes through unchanged"
    );
}

#[test]
fn the_language_of_a_notice_is_the_drafts_first_unless_asked_for() {
    let draft = filled().replacen("\"fi\"\n", "\"en\"\n", 1);
    let own = seloste(&["render", "-", "--to", "html"], &draft);
    assert!(out(&own).contains("<html lang=\"en\""), "{}", &out(&own)[..200]);
    let asked = seloste(&["render", "-", "--to", "html", "--lang", "sv"], &draft);
    assert!(out(&asked).contains("<html lang=\"sv\""));
}

#[test]
fn an_exported_notice_is_a_draft_again() {
    let html = out(&seloste(&["render", "-", "--to", "html"], filled()));
    let output = seloste(&["check", "-"], &html);
    ends(&output, 0);
    let json = seloste(&["render", "-", "--to", "json"], &html);
    let (json, mut draft): (Value, Value) =
        (serde_json::from_slice(&json.stdout).expect("JSON"), serde_json::from_str(&filled()).expect("JSON"));
    // What is published is there, and nothing else: not the draft's own facts, no origins, no language that nobody reads.
    for key in ["id", "created", "updated"] {
        assert_eq!(json[key], "", "{key}");
        draft[key] = json[key].clone();
    }
    for key in ["origins", "answers"] {
        draft.as_object_mut().expect("a draft").remove(key);
    }
    draft["notice"]["register-name"] = json!({ "fi": "Asiakasrekisteri" });
    let cookie = &mut draft["notice"]["cookies"]["yes"]["rows"][0];
    for text in ["purpose", "lifetime"] {
        cookie[text] = json!({ "fi": cookie[text]["fi"].clone() });
    }
    assert_eq!(json, draft);
}

#[test]
fn what_must_not_be_published_is_rendered_with_a_mark_and_a_warning() {
    let output = seloste(&["render", "-", "--to", "text"], blank());
    ends(&output, 0);
    assert!(out(&output).to_lowercase().starts_with("luonnos"), "{}", &out(&output)[..80]);
    assert!(err(&output).contains("luonnokseksi"), "{}", err(&output));
    let swedish = seloste(&["render", "-", "--to", "html", "--lang", "sv"], blank());
    assert!(out(&swedish).contains("Utkast") && err(&swedish).contains("utkast"), "{}", err(&swedish));
}

#[test]
fn characters_that_the_font_lacks_are_told() {
    let draft = filled().replace("Esimerkkipuutarha Oy", "Paja 漢 Oy");
    let output = seloste(&["render", "-", "--to", "pdf"], draft);
    ends(&output, 0);
    assert!(err(&output).contains("漢 (U+6F22)"), "{}", err(&output));
    assert!(output.stdout.starts_with(b"%PDF-"));
}

#[test]
fn bad_input_ends_in_exit_two_with_its_cause() {
    let newer = filled().replace("\"version\": 2", "\"version\": 3");
    let grown = filled().replace("\"minor\": 2", "\"minor\": 3").replace("\"purposes\"", "\"new-things\"");
    let cases: [(&[u8], &str); 8] = [
        (b"", "Tiedosto on tyhjä"),
        (b"{\"name\": \"package\"}", "ei ole Selosteen luonnos"),
        (b"<!doctype html><p>Hei", "ei ole Selosteen luonnos"),
        (b"{\"format\": \"seloste\", ", "riville 1"),
        (b"{\"format\": \"seloste\", \"version\": 1, \"notice\": {\"porpoises\": []}}", "porpoises"),
        (b"\xff\xfe\x00", "UTF-8"),
        (newer.as_bytes(), "tiedostomuoto 3.2"),
        (grown.as_bytes(), "tiedostomuoto 2.3"),
    ];
    for (input, cause) in cases {
        for command in [&["check", "-"][..], &["render", "-", "--to", "pdf", "--lang", "fi"]] {
            let output = seloste(command, input);
            ends(&output, 2);
            assert!(err(&output).contains(cause), "{}", err(&output));
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn bad_input_is_explained_in_the_language_asked_for() {
    for (lang, words) in [("sv", "Filen är tom"), ("en", "The file is empty")] {
        let output = seloste(&["check", "-", "--lang", lang], "");
        ends(&output, 2);
        assert!(err(&output).contains(words), "{}", err(&output));
    }
}

#[test]
fn fifty_megabytes_are_refused_without_reading_them() {
    let output = seloste(&["check", "-"], vec![b' '; 50 * 1024 * 1024]);
    ends(&output, 2);
    assert!(err(&output).contains("liian suuri"), "{}", err(&output));
}

#[test]
fn files_that_cannot_be_read_or_written_are_named() {
    let missing = seloste(&["check", "/nowhere/draft.json"], "");
    ends(&missing, 2);
    assert!(err(&missing).contains("/nowhere/draft.json"), "{}", err(&missing));
    let folder = Folder::new("unwritable");
    let directory = folder.path("");
    let output = seloste(&["check", &directory], "");
    ends(&output, 2);
    let output = seloste(&["render", "-", "--to", "text", "-o", &directory], filled());
    ends(&output, 2);
    assert!(err(&output).contains(&directory), "{}", err(&output));
}

#[test]
fn a_firm_file_that_is_not_understood_is_refused() {
    for (firm, cause) in [
        ("{\"nmae\": \"x\"}", "nmae"),
        ("not json", "line 1"),
        ("[\"Oy\"]", "Yrityksen tiedot"),
        ("{\"answers\": {\"dpo\": 7}}", "answers.dpo"),
        ("{\"answers\": {\"booking\": [\"timma\", \"timmaa\"]}}", "answers.booking[1]"),
        ("{\"confirmed\": [\"kaikki\"]}", "confirmed[0]"),
    ] {
        let output = seloste(&["new", "--kind", "customers", "--firm", "-"], firm);
        ends(&output, 2);
        assert!(err(&output).contains(cause), "{}", err(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn arguments_that_do_not_exist_end_in_exit_two() {
    for args in
        [&["new", "--kind", "penguins"][..], &["check"], &["render", "-"], &["check", "-", "--lang", "de"]]
    {
        ends(&seloste(args, ""), 2);
    }
}

#[test]
fn the_schema_is_json_and_names_the_parts_of_a_draft() {
    let output = seloste(&["schema"], "");
    ends(&output, 0);
    let schema: Value = serde_json::from_slice(&output.stdout).expect("JSON on stdout");
    for part in ["format", "version", "notice"] {
        assert!(schema["properties"].get(part).is_some(), "{part}");
    }
    let schema: Value = serde_json::from_slice(&seloste(&["schema", "firm"], "").stdout).expect("JSON");
    assert!(schema.pointer("/properties/answers/properties/booking").is_some());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    ends(&output, 0);
    assert!(err(&output).is_empty(), "{}", err(&output));
}

#[test]
fn a_review_pack_is_written_in_each_language_with_its_day() {
    let folder = Folder::new("review-pack");
    for lang in Lang::ALL.map(Lang::tag) {
        let path = folder.path(&format!("{lang}.html"));
        let output = seloste(&["review-pack", "--lang", lang, "-o", &path], "");
        ends(&output, 0);
        assert!(out(&output).is_empty());
        let pack = std::fs::read_to_string(&path).expect("a file");
        assert!(pack.contains(&format!("<html lang=\"{lang}\">")), "{lang}");
        assert!(pack.contains("id=\"clauses.data.name\"") && pack.contains("id=\"sign-off\""), "{lang}");
    }
    let output = seloste(&["review-pack"], "");
    ends(&output, 0);
    assert!(out(&output).starts_with("<!doctype html>\n<html lang=\"fi\">"));
}
