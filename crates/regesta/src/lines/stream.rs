//! Plain lines, answered as they come.

use std::io::{BufRead as _, BufReader, Read, Write};

use super::{Answering, Tool, Unread};

/// Lines of a stream as text. UTF-8 is passed on line by line; anything else is read to its end and decoded whole.
struct Lines<R> {
    reader: BufReader<R>,
    decoded: Option<std::vec::IntoIter<String>>,
    line: Vec<u8>,
    is_first: bool,
}

impl<R: Read> Lines<R> {
    fn new(input: R) -> Lines<R> {
        Lines {
            reader: BufReader::with_capacity(1 << 16, input),
            decoded: None,
            line: Vec::new(),
            is_first: true,
        }
    }

    /// Returns the next line without its end, or `None` at the end.
    fn next(&mut self) -> std::io::Result<Option<String>> {
        if let Some(lines) = &mut self.decoded {
            return Ok(lines.next());
        }
        self.line.clear();
        if self.reader.read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        let is_first = std::mem::replace(&mut self.is_first, false);
        match std::str::from_utf8(&self.line) {
            Ok(line) if !line.contains('\0') => {
                let line = if is_first { line.trim_start_matches('\u{feff}') } else { line };
                Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
            }
            _ => {
                let mut bytes = std::mem::take(&mut self.line);
                self.reader.read_to_end(&mut bytes)?;
                let text = regesta_read::decode(&bytes);
                let lines: Vec<String> = text.lines().map(str::to_owned).collect();
                let mut lines = lines.into_iter();
                let first = lines.next();
                self.decoded = Some(lines);
                Ok(first)
            }
        }
    }

    /// Says whether the next line would have to be waited for.
    fn is_drained(&self) -> bool {
        self.decoded.is_none() && self.reader.buffer().is_empty()
    }
}

/// Answers every line of a stream.
pub(super) fn run(
    tool: &Tool<'_>,
    input: impl Read,
    json: bool,
    out: &mut impl Write,
    unread: &mut Unread,
) -> anyhow::Result<()> {
    let mut lines = Lines::new(input);
    let mut give = |out: &mut _, number: usize, line: &str, answer: &super::Answer| {
        unread.note(number, line, answer);
        print(out, json, answer)
    };
    match tool.answering {
        Answering::Each(answer) => {
            for number in 1.. {
                let Some(line) = lines.next()? else { break };
                give(out, number, &line, &tool.answer(answer, &line))?;
                if lines.is_drained() {
                    out.flush()?;
                }
            }
        }
        Answering::Together(_) => {
            let mut all = Vec::new();
            while let Some(line) = lines.next()? {
                all.push(line);
            }
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            for (at, (line, answer)) in all.iter().zip(tool.answers(&all)).enumerate() {
                // The answers come when the lines are long gone, so each says what it answers.
                if !json {
                    write!(out, "{line}\t")?;
                }
                give(out, at + 1, line, &answer)?;
            }
        }
    }
    Ok(())
}

fn print(out: &mut impl Write, json: bool, answer: &super::Answer) -> anyhow::Result<()> {
    if json {
        serde_json::to_writer(&mut *out, &answer.json)?;
    } else {
        out.write_all(answer.cells.join("\t").as_bytes())?;
    }
    out.write_all(b"\n")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(bytes);
        std::iter::from_fn(|| lines.next().expect("memory can be read")).collect()
    }

    #[test]
    fn lines_of_any_charset_and_end_are_text() {
        let wanted = ["Ф. 39", "", "Оп. 1"];
        assert_eq!(lines("\u{feff}Ф. 39\r\n\r\nОп. 1".as_bytes()), wanted);
        assert_eq!(lines("Ф. 39\n\nОп. 1\n".as_bytes()), wanted);
        let utf_16: Vec<u8> =
            "\u{feff}Ф. 39\n\nОп. 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(lines(&utf_16), wanted);
    }

    #[test]
    fn a_charset_that_shows_late_is_still_found() {
        let mut bytes = b"APRF, f. 45\n".to_vec();
        // “АП РФ. Опись первая, дело второе” in Windows-1251.
        bytes.extend([0xc0, 0xcf, 0x20, 0xd0, 0xd4, 0x2e, 0x20, 0xce, 0xef, 0xe8, 0xf1, 0xfc]);
        bytes.extend(b" \xef\xe5\xf0\xe2\xe0\xff, \xe4\xe5\xeb\xee \xe2\xf2\xee\xf0\xee\xe5\n");
        assert_eq!(lines(&bytes), ["APRF, f. 45", "АП РФ. Опись первая, дело второе"]);
    }
}
