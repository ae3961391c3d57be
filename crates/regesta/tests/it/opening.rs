//! Opening a folder: the summary, and the reading room until Ctrl-C.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Command, Stdio},
};

use crate::{errors, folder, regesta, run, words, write_documents};

#[test]
fn the_summary_tells_what_is_there() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..12, 1);
    std::fs::write(documents.join("empty.txt"), "").expect("written");
    let output = run("open", &documents, &["--no-serve"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let words = words(&output);
    for expected in [
        "documents\n",
        "12 in 13 files",
        "years",
        "languages",
        "Russian",
        "1 file gave no document",
        "empty.txt",
    ] {
        assert!(words.contains(expected), "{expected} in {words}");
    }
    assert!(!words.contains('\x1b'), "no colours where there is no terminal: {words}");
}

#[cfg(unix)]
#[test]
fn the_reading_room_answers_until_it_is_interrupted() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..6, 1);
    let mut child = regesta(&["open", documents.to_str().expect("a plain name"), "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let address = lines
        .find_map(|it| {
            it.ok()?
                .split("http://")
                .nth(1)
                .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
        })
        .expect("an address");
    let mut page = String::new();
    let mut stream = TcpStream::connect(&address).expect("the reading room listens");
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")
        .expect("asked");
    stream.read_to_string(&mut page).expect("answered");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(interrupted.is_ok_and(|it| it.success()));
    assert!(child.wait().expect("ended").success(), "Ctrl-C ends it cleanly");
}
