//! What a word does to names: it stands before them, is never one, counts units, ends the name of a body.

/// A set of things a word may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub(super) const TITLE: Class = Class(1);
    /// A title that needs its full stop: `т.`
    pub(super) const SHORT_TITLE: Class = Class(1 << 1);
    pub(super) const GIVEN: Class = Class(1 << 2);
    /// No surname, even with a capital: a word of headings, forms and offices.
    pub(super) const COMMON: Class = Class(1 << 3);
    pub(super) const CHINESE: Class = Class(1 << 4);
    pub(super) const KOREAN: Class = Class(1 << 5);
    pub(super) const ORDINAL: Class = Class(1 << 6);
    pub(super) const FORMATION: Class = Class(1 << 7);
    pub(super) const DEPARTMENT: Class = Class(1 << 8);
    pub(super) const GATHERING: Class = Class(1 << 9);
    pub(super) const PROCESSOR: Class = Class(1 << 10);
    pub(super) const BODY: Class = Class(1 << 11);
    pub(super) const GROUND: Class = Class(1 << 12);
    pub(super) const GROUND_BEFORE: Class = Class(1 << 13);
    pub(super) const PEOPLE: Class = Class(1 << 14);
    pub(super) const ETHNIC: Class = Class(1 << 15);
    /// An adjective of a country.
    pub(super) const DEMONYM: Class = Class(1 << 16);
    /// A surname borne by many.
    pub(super) const MANY: Class = Class(1 << 17);
    pub(super) const PARTICLE: Class = Class(1 << 18);
    pub(super) const JOINER: Class = Class(1 << 19);
    /// A word of grammar or of the calendar.
    pub(super) const FUNCTION: Class = Class(1 << 20);
    /// Those that count in words written small.
    pub(super) const SMALL: Class = Self::TITLE
        .or(Self::SHORT_TITLE)
        .or(Self::ORDINAL)
        .or(Self::FORMATION)
        .or(Self::DEPARTMENT)
        .or(Self::PROCESSOR)
        .or(Self::PEOPLE)
        .or(Self::ETHNIC)
        .or(Self::DEMONYM);
    /// What no surname is.
    pub(super) const NO_SURNAME: Class = Self::COMMON
        .or(Self::FUNCTION)
        .or(Self::TITLE)
        .or(Self::GROUND)
        .or(Self::DEMONYM)
        .or(Self::FORMATION)
        .or(Self::PEOPLE);

    /// Whether it is one of these too.
    pub(super) fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The words of either.
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// The class a table names.
    pub(super) fn named(name: &str) -> Option<Class> {
        Some(match name {
            "function" => Self::FUNCTION,
            "common" => Self::COMMON,
            "ordinal" => Self::ORDINAL,
            "formation" => Self::FORMATION,
            "department" => Self::DEPARTMENT,
            "gathering" => Self::GATHERING,
            "processor" => Self::PROCESSOR,
            "body" => Self::BODY,
            "ground" => Self::GROUND,
            "ground-before" => Self::GROUND_BEFORE,
            "people" => Self::PEOPLE,
            "ethnic" => Self::ETHNIC,
            "particle" => Self::PARTICLE,
            "joiner" => Self::JOINER,
            _ => return None,
        })
    }
}
