//! The command line from outside: what a person types, what comes back, what is in the store afterwards.

mod building;
mod deciding;
mod lines;
mod odd_files;
mod opening;
mod requesting;
mod searching;
mod volumes;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use regesta_store::{
    Store,
    queries::search::{Order, Query},
};
use tempfile::TempDir;

/// A command of the program, with its colours and backtraces off.
fn regesta(arguments: &[&str]) -> Command {
    let mut res = Command::new(env!("CARGO_BIN_EXE_regesta"));
    res.args(arguments).env("RUST_BACKTRACE", "0");
    res
}

/// Runs a command on a folder and returns what it said.
fn run(command: &str, folder: &Path, more: &[&str]) -> Output {
    let folder = folder.to_str().expect("a folder with a plain name");
    regesta(&[&[command, folder], more].concat()).output().expect("the program starts")
}

/// Builds a folder and returns the summary.
fn build(folder: &Path) -> serde_json::Value {
    let output = run("build", folder, &["--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    serde_json::from_slice(&output.stdout).expect("a summary")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder for documents, apart from everything.
fn folder() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("a folder");
    let documents = dir.path().join("documents");
    fs::create_dir(&documents).expect("a folder");
    (dir, documents)
}

/// An invented document; each number gives another, and each edition another text of the same.
fn document(number: usize, edition: usize) -> String {
    let sender = ["Ozerin", "Palisade", "Zimogor", "Kruglov"][number % 4];
    let day = number % 28 + 1;
    let year = 1949 + number % 9;
    match number % 3 {
        0 => format!(
            "ТЕЛЕГРАММА № {number}\n\nТоварищу Белкину.\n\nНаправляю {edition}{number} бойцов третьей роты к переправе \
             у деревни Сосновка. Прошу сообщить о прибытии.\n\n{sender}\n\n{day}.5.{year} г.\n"
        ),
        1 => format!(
            "Date: {day} May {year}\n\nTelegram {number} from {sender} to Belkin\n\nThe third company sent \
             {edition}{number} soldiers to the crossing near Sosnovka. Please report their arrival.\n"
        ),
        _ => format!(
            "{year}年5月{day}日\n\n第三連{edition}{number}人已過橋。請轉告林同志。\n\n중국인민지원군 {number}명은 다리를 건넜다.\n"
        ),
    }
}

fn write_documents(folder: &Path, numbers: impl IntoIterator<Item = usize>, edition: usize) {
    for number in numbers {
        let part = folder.join(format!("part-{}", number % 5));
        fs::create_dir_all(&part).expect("a folder");
        fs::write(part.join(format!("{number:04}.txt")), document(number, edition))
            .expect("written");
    }
}

/// Everything a store answers, as text: two stores are the same when these are.
fn dump(store: &Path) -> String {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(store).await.expect("a store");
        let mut res = format!("{:#?}\n", store.overview().await.expect("counted"));
        let mut ids = Vec::new();
        for words in [
            "",
            "рота",
            "company",
            "Ozerin",
            "人",
            "중국인민지원군",
            "\"third company\"",
            "12 -Belkin",
        ] {
            for order in [Order::Relevance, Order::Date] {
                let query =
                    Query { words: words.to_owned(), order, limit: 1_000, ..Query::default() };
                let results = store.search(&query).await.expect("searched");
                res.push_str(&format!("{words:?} {results:#?}\n"));
                ids = if words.is_empty() {
                    results.hits.into_iter().map(|it| it.id).collect()
                } else {
                    ids
                };
            }
        }
        for id in &ids {
            let document = store.document(id).await.expect("read").expect("there");
            res.push_str(&format!("{document:?}\n"));
            res.push_str(&format!("{:?}\n", store.around(id).await.expect("joined")));
        }
        res.push_str(&format!("{:?}\n", store.names().await.expect("unified")));
        res.push_str(&format!("{:#?}", store.queue(None, 0, 10_000).await.expect("read")));
        // Closed before it returns: a connection that closes later would still write to the store.
        store.close().await;
        res
    })
}

/// Says where two dumps part, rather than printing both.
fn assert_same(one: &str, other: &str) {
    let parted = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    let cut = |it: &str| it.chars().take(600).collect::<String>();
    assert!(one == other, "the stores part at {:#?}", parted.map(|(a, b)| (cut(a), cut(b))));
}
