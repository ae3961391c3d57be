//! Languages and scripts of texts.

crate::coded! {
    /// Language of a text, named by its ISO 639 code.
    Language {
        /// Russian.
        Russian = "ru",
        /// English.
        English = "en",
        /// Chinese, in either form of the characters.
        Chinese = "zh",
        /// Korean.
        Korean = "ko",
        /// Japanese.
        Japanese = "ja",
        /// German.
        German = "de",
        /// Ukrainian.
        Ukrainian = "uk",
        /// Vietnamese.
        Vietnamese = "vi",
        /// French.
        French = "fr",
        /// Hungarian.
        Hungarian = "hu",
        /// Polish.
        Polish = "pl",
        /// Mongolian.
        Mongolian = "mn",
        /// Not determined: too few words, or none of the above.
        Undetermined = "und",
    }
}

impl Language {
    /// Returns the English name of the language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Russian => "Russian",
            Self::English => "English",
            Self::Chinese => "Chinese",
            Self::Korean => "Korean",
            Self::Japanese => "Japanese",
            Self::German => "German",
            Self::Ukrainian => "Ukrainian",
            Self::Vietnamese => "Vietnamese",
            Self::French => "French",
            Self::Hungarian => "Hungarian",
            Self::Polish => "Polish",
            Self::Mongolian => "Mongolian",
            Self::Undetermined => "Undetermined",
        }
    }
}

crate::coded! {
    /// Script of a text, named by its ISO 15924 code.
    Script {
        /// Cyrillic.
        Cyrillic = "Cyrl",
        /// Latin.
        Latin = "Latn",
        /// Han characters.
        Han = "Hani",
        /// Hangul.
        Hangul = "Hang",
        /// Hiragana and katakana.
        Kana = "Kana",
        /// Digits, punctuation and every other script.
        Other = "Zyyy",
    }
}

impl Script {
    /// Returns the script of one character.
    #[inline]
    pub const fn of(c: char) -> Script {
        match c as u32 {
            0x41..=0x5a | 0x61..=0x7a | 0xaa | 0xba | 0xc0..=0xd6 | 0xd8..=0xf6 => Self::Latin,
            0xf8..=0x24f | 0x1e00..=0x1eff | 0xff21..=0xff3a | 0xff41..=0xff5a => Self::Latin,
            0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Self::Cyrillic,
            0x2e80..=0x2fdf | 0x3005 | 0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff => Self::Han,
            0xf900..=0xfaff | 0x20000..=0x323af => Self::Han,
            0x1100..=0x11ff | 0x3131..=0x318e | 0xa960..=0xa97f | 0xac00..=0xd7ff => Self::Hangul,
            0x3041..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f => Self::Kana,
            _ => Self::Other,
        }
    }
}
