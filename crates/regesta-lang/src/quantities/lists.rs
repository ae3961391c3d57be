//! Gives the numbers of a list the head noun that stands once at its end: `five regimental, 87 battalion and 900 squad commanders`.

use super::Counted;
use super::units::Counts;

/// Sets the unit of formations whose commanders the end of the list names.
pub(super) fn share_heads(text: &str, counted: &mut [Counted]) {
    let mut head: Option<(String, u32)> = None;
    for it in counted.iter_mut().rev() {
        let listed = head.as_ref().is_some_and(|(_, next)| {
            text.get(it.words.end as usize..*next as usize).is_some_and(is_list_glue)
        });
        let shared = head.take().filter(|_| listed).map(|(name, _)| name);
        head = match (&it.unit, shared) {
            (Counts::Formation(formation), Some(name)) => {
                it.unit = Counts::Known(format!("{formation} {name}"));
                Some((name, it.words.start))
            }
            (Counts::Known(name), Some(shared)) if name.ends_with(&shared) => {
                Some((shared, it.words.start))
            }
            (Counts::Known(name), _) => {
                name.split_once(' ').map(|(_, name)| (name.to_owned(), it.words.start))
            }
            _ => None,
        };
    }
}

fn is_list_glue(between: &str) -> bool {
    let words =
        between.split(|it: char| it == ',' || it.is_whitespace()).filter(|it| !it.is_empty());
    between.len() < 16 && words.into_iter().all(|it| matches!(it, "and" | "or" | "&"))
}
