//! Requests from the command line, and the replies that close them.

use std::fs;

use crate::{errors, folder, run, words};

#[test]
fn a_request_is_open_until_its_reply_is_in_the_folder() {
    let (_dir, documents) = folder();
    let request = "Letter\n\nTo Comrade Lugovoi\n\nPlease inform me when the ferry will come.\n\nVerenin\n\nMay 5, 1951\n";
    fs::write(documents.join("request.txt"), request).expect("written");
    let open = run("requests", &documents, &["--open"]);
    assert_eq!(open.status.code(), Some(0), "{}", errors(&open));
    assert!(words(&open).contains("1 request, 1 open"), "{}", words(&open));
    let reply = "Letter\n\nTo Comrade Verenin\n\nIn reply to your letter of May 5, 1951 I inform you that it will arrive on May 12.\n\nLugovoi\n\nMay 7, 1951\n";
    fs::write(documents.join("reply.txt"), reply).expect("written");
    let all = run("requests", &documents, &["--json"]);
    let json: serde_json::Value = serde_json::from_slice(&all.stdout).expect("JSON");
    assert_eq!((&json["total"], &json["open"]), (&1.into(), &0.into()), "{json}");
    let answer = &json["requests"][0]["answers"][0];
    assert_eq!(answer["rule"], "date-and-party", "{json}");
    assert_eq!(answer["words"][0], "your letter of May 5, 1951", "{json}");
    assert_eq!(run("requests", &documents, &["--open"]).status.code(), Some(1));
}
