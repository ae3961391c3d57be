//! Communications as a tree: what encloses, then what it encloses.

use std::io::{self, Write};

use regesta_model::{Cited, Communication};

use super::{Page, cut};

impl<W: Write> Page<'_, W> {
    pub(super) fn communications(&mut self, communications: &[Communication]) -> io::Result<()> {
        self.heading("Communications", communications.len())?;
        let outermost = communications.iter().filter(|it| it.enclosed_in.is_none());
        for communication in outermost {
            self.communication(communications, communication, 1)?;
        }
        Ok(())
    }

    /// Prints one communication and those it encloses; no deeper than there are communications, whatever the ids say.
    fn communication(
        &mut self,
        all: &[Communication],
        it: &Communication,
        depth: usize,
    ) -> io::Result<()> {
        let indent = "  ".repeat(depth);
        let branch = if depth > 1 { "└ " } else { "" };
        let line = format!("{indent}{branch}{} {}", it.id, description(it));
        writeln!(self.out, "{line}")?;
        let words: Vec<&str> = it.spans.first().map(|it| it.of(self.text)).into_iter().collect();
        writeln!(
            self.out,
            "{indent}     “{}”",
            cut(&words.concat(), self.width.saturating_sub(indent.len() + 8))
        )?;
        let enclosed = all.iter().filter(|other| other.enclosed_in.as_deref() == Some(&it.id));
        for other in enclosed.filter(|_| depth < all.len()) {
            self.communication(all, other, depth + 1)?;
        }
        Ok(())
    }
}

/// Says in one line who told whom what and when.
fn description(it: &Communication) -> String {
    let names = |role: &str, names: &[Cited<String>]| {
        let names: Vec<&str> = names.iter().map(|it| it.value.as_str()).collect();
        if names.is_empty() { String::new() } else { format!(" {role} {}", names.join("; ")) }
    };
    let senders = if it.senders.is_empty() { &it.signatories } else { &it.senders };
    let mut res = it.kind.to_string();
    for number in &it.numbers {
        res.push_str(&format!(" No. {} ({})", number.value, number.series));
    }
    res.push_str(&names("from", senders));
    res.push_str(&names("to", &it.recipients));
    res.push_str(&names("via", &it.via));
    res.push_str(&names("for", &it.for_transmission_to));
    for event in &it.events {
        res.push_str(&format!(", {} {}", event.kind, event.edtf));
    }
    res
}
