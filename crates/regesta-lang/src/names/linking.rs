//! Whether two forms may be one person's, and by which rule.

use super::{Form, readings};

/// Why two forms are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The rule that linked them: the two systems (`palladius-pinyin`), `same-spelling`, `pseudonym`, ...
    pub rule: String,
}

/// Links two forms where they may be one person's; `None` where nothing speaks for it.
pub fn same(left: &str, right: &str) -> Option<Link> {
    let (left, right) = (readings(&Form::read(left)), readings(&Form::read(right)));
    let met = left
        .iter()
        .find_map(|it| right.iter().find(|other| other.key == it.key).map(|other| (it, other)));
    met.map(|(one, other)| Link {
        rule: format!("{:?}-{:?}", one.system, other.system).to_lowercase(),
    })
}
