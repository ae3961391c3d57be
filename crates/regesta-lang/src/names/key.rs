//! Keys: the sounds of a name, spelt alike whatever system it was written in.

/// In whose sounds a key is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tradition {
    /// An entry of a table of authorities: its identifier.
    Authority,
    /// Syllables of pinyin without tones.
    Chinese,
    /// Syllables of Korean, coarse enough for every romanisation.
    Korean,
    /// Letters of a name of the Latin and Cyrillic worlds, coarse enough for every transcription.
    Western,
}

/// How a form was written, as far as its reading shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum System {
    /// A form listed in a table of authorities.
    Listed,
    /// Chinese characters, any shape, read in Chinese.
    Hanzi,
    /// Pinyin, with or without tones.
    Pinyin,
    /// Wade-Giles, with or without apostrophes.
    WadeGiles,
    /// Palladius's Cyrillic.
    Palladius,
    /// The Korean alphabet.
    Hangul,
    /// Chinese characters read in Korean.
    Hanja,
    /// McCune-Reischauer, with or without breves and apostrophes.
    McCuneReischauer,
    /// Revised Romanization of Korean.
    Revised,
    /// The romanisation of North Korea.
    NorthKorean,
    /// Korean in Latin letters, in a spelling of one's own or in what several systems share.
    KoreanLatin,
    /// Kontsevich's Cyrillic.
    Kontsevich,
    /// Kholodovich's Cyrillic.
    Kholodovich,
    /// Korean in Cyrillic, as Soviet papers spelt it or in what several systems share.
    KoreanCyrillic,
    /// Latin letters of a Western name or a romanised Russian one.
    Latin,
    /// Cyrillic letters of a Russian or other Western name.
    Cyrillic,
    /// A Western name in Chinese characters.
    HanTranscription,
    /// A Western name in the Korean alphabet.
    HangulTranscription,
}

/// The sounds of a name in one tradition.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Whose sounds.
    pub tradition: Tradition,
    /// The sounds, syllables joined by `-`.
    pub sounds: String,
}

impl Tradition {
    /// Returns the stable code that begins a key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Chinese => "zh",
            Self::Korean => "ko",
            Self::Western => "western",
        }
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.tradition.code(), self.sounds)
    }
}

/// One plausible reading of a form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reading {
    /// What it sounds like.
    pub key: Key,
    /// How it would then be written.
    pub system: System,
    /// Whether the reading forgives a slip (`Цзинтао` for `Цзиньтао`).
    pub loose: bool,
}
