//! Units as measures: which of them measure the same, and how much of it.

/// A unit that measures something, in the base of its dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// What is measured: units of one dimension can be said for one another.
    pub dimension: &'static str,
    /// How much of the base one of it is.
    pub factor: f64,
}

/// Normal spellings with their dimension and factor. Counters (`回`, `人`) measure nothing; calendar months have no
/// fixed number of days.
const MEASURES: &[(&str, &str, f64)] = &[
    ("kg", "mass", 1e3),
    ("g", "mass", 1.0),
    ("斤", "mass", 500.0),
    ("mg", "mass", 1e-3),
    ("μg", "mass", 1e-6),
    ("ng", "mass", 1e-9),
    ("pg", "mass", 1e-12),
    ("L", "volume", 1.0),
    ("dL", "volume", 1e-1),
    ("mL", "volume", 1e-3),
    ("μL", "volume", 1e-6),
    ("mol", "amount", 1.0),
    ("mmol", "amount", 1e-3),
    ("μmol", "amount", 1e-6),
    ("nmol", "amount", 1e-9),
    ("mM", "molarity", 1e-3),
    ("μM", "molarity", 1e-6),
    ("nM", "molarity", 1e-9),
    ("pM", "molarity", 1e-12),
    ("km", "length", 1e3),
    ("m", "length", 1.0),
    ("cm", "length", 1e-2),
    ("mm", "length", 1e-3),
    ("μm", "length", 1e-6),
    ("nm", "length", 1e-9),
    ("%", "share", 1e-2),
    ("割", "share", 1e-1),
    ("‰", "share", 1e-3),
    ("ppm", "share", 1e-6),
    ("ppb", "share", 1e-9),
    ("℃", "celsius", 1.0),
    ("°F", "fahrenheit", 1.0),
    ("IU", "activity", 1.0),
    ("U", "activity", 1.0),
    ("mmHg", "pressure", 133.322),
    ("Pa", "pressure", 1.0),
    ("hPa", "pressure", 1e2),
    ("kPa", "pressure", 1e3),
    ("rpm", "rotation", 1.0),
    ("Da", "molecular mass", 1.0),
    ("kDa", "molecular mass", 1e3),
    ("kcal", "energy", 4184.0),
    ("kJ", "energy", 1e3),
    ("Hz", "frequency", 1.0),
    ("kHz", "frequency", 1e3),
    ("MHz", "frequency", 1e6),
    ("Gy", "dose", 1.0),
    ("mGy", "dose", 1e-3),
    ("Sv", "equivalent dose", 1.0),
    ("mSv", "equivalent dose", 1e-3),
    ("Bq", "decay", 1.0),
    ("second", "time", 1.0),
    ("minute", "time", 60.0),
    ("hour", "time", 3600.0),
    ("day", "time", 86_400.0),
    ("week", "time", 604_800.0),
    ("month", "calendar", 1.0),
    ("年", "calendar", 12.0),
    ("歳", "calendar", 12.0),
];

/// The measure of a unit in its normal spelling; of a compound one (`mg/kg`) that of its first part.
pub(super) fn of(unit: &str) -> Option<Measure> {
    let first = unit.split('/').next().unwrap_or_default();
    let (_, dimension, factor) = MEASURES.iter().find(|(name, _, _)| *name == first)?;
    Some(Measure { dimension, factor: *factor })
}
