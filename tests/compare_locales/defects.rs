//! A small Fluent project, and the ways in which its translations go wrong.

/// A message of the source with a right translation, both without their id.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,
    pub(crate) de: &'static str,
    pub(crate) pl: &'static str,
}

/// What the messages refer to.
pub(crate) const COMMON: &str = "-brand = Yakugo
-vendor = Kobo
ok = OK
cancel = Cancel
    .title = Stop
";
pub(crate) const TRANSLATED: &str = "-brand = Jakugo
-vendor = Kobô
ok = Dobrze
cancel = Stornieren
    .title = Halt
";

pub(crate) const SHAPES: &[Shape] = &[
    Shape { name: "plain", source: " Save the file", de: " Datei speichern", pl: " Zapisz plik" },
    Shape {
        name: "variable",
        source: " Take { $n } mg of { $drug }",
        de: " { $n } mg { $drug } nehmen",
        pl: " Weź { $n } mg { $drug }",
    },
    Shape {
        name: "term",
        source: " About { -brand }",
        de: " Über { -brand }",
        pl: " O programie { -brand }",
    },
    Shape {
        name: "message",
        source: " Press { ok } or { cancel.title }",
        de: " { ok } oder { cancel.title } drücken",
        pl: " Wciśnij { ok } lub { cancel.title }",
    },
    Shape {
        name: "attributes",
        source: " Open\n    .title = Open with { -brand }\n    .accesskey = O",
        de: " Öffnen\n    .title = Mit { -brand } öffnen\n    .accesskey = Ö",
        pl: " Otwórz\n    .title = Otwórz w { -brand }\n    .accesskey = T",
    },
    Shape {
        name: "attributes only",
        source: "\n    .label = Close\n    .tooltip = Close { $name }",
        de: "\n    .label = Schließen\n    .tooltip = { $name } schließen",
        pl: "\n    .label = Zamknij\n    .tooltip = Zamknij { $name }",
    },
    Shape {
        name: "plural",
        source: " { $n ->\n    [one] One dose\n   *[other] { $n } doses\n}",
        de: " { $n ->\n    [one] Eine Dosis\n   *[other] { $n } Dosen\n}",
        pl: " { $n ->\n    [one] Jedna dawka\n    [few] { $n } dawki\n   *[many] { $n } dawek\n}",
    },
    Shape {
        name: "lines",
        source: "\n    Keep it in the fridge.\n    { $n } days at most.",
        de: "\n    Im Kühlschrank lagern.\n    Höchstens { $n } Tage.",
        pl: "\n    Trzymać w lodówce.\n    Najwyżej { $n } dni.",
    },
    Shape {
        name: "style",
        source: "\n    .style = width: 30em; height: 20em",
        de: "\n    .style = width: 34em; height: 20em",
        pl: "\n    .style = width: 36em; height: 20em",
    },
];

/// A way to go wrong: what becomes of `ID = translation`; the same text where the shape has nothing of the kind.
pub(crate) type Defect = (&'static str, fn(&str, &str) -> String);

fn message(id: &str, value: &str) -> String {
    format!("{id} ={value}\n")
}

fn replaced(id: &str, value: &str, from: &str, to: &str) -> String {
    message(id, &value.replacen(from, to, 1))
}

/// The lines of a value that hold none of these.
fn without(id: &str, value: &str, pieces: &[&str]) -> String {
    let kept: Vec<&str> =
        value.split('\n').filter(|line| !pieces.iter().any(|piece| line.contains(piece))).collect();
    message(id, &kept.join("\n"))
}

/// The value with the line that holds this piece once more behind it.
fn doubled(id: &str, value: &str, piece: &str) -> String {
    let lines = value
        .split('\n')
        .flat_map(|line| std::iter::repeat_n(line, if line.contains(piece) { 2 } else { 1 }));
    message(id, &lines.collect::<Vec<_>>().join("\n"))
}

pub(crate) const DEFECTS: &[Defect] = &[
    ("missing message", |_, _| String::new()),
    ("mistyped id", |id, value| message(&format!("{id}-x"), value)),
    ("message twice", |id, value| message(id, value).repeat(2)),
    ("lost attribute", |id, value| without(id, value, &[".accesskey", ".tooltip"])),
    ("mistyped attribute", |id, value| replaced(id, value, ".t", ".tt")),
    ("attribute of its own", |id, value| message(id, &format!("{value}\n    .own = x"))),
    ("attribute twice", |id, value| doubled(id, value, ".accesskey")),
    ("lost text", |id, value| match value.split_once("\n    .") {
        Some((text, rest)) if !text.is_empty() => message(id, &format!("\n    .{rest}")),
        _ => message(id, value),
    }),
    ("text of its own", |id, value| {
        if value.starts_with("\n    .") { message(id, &format!(" x{value}")) } else { message(id, value) }
    }),
    ("lost term", |id, value| replaced(id, value, "{ -brand }", "Yakugo")),
    ("another term", |id, value| replaced(id, value, "{ -brand }", "{ -vendor }")),
    ("unknown term", |id, value| replaced(id, value, "{ -brand }", "{ -brnad }")),
    ("one term more", |id, value| replaced(id, value, "{ -brand }", "{ -brand } { -vendor }")),
    ("lost message", |id, value| replaced(id, value, "{ ok }", "OK")),
    ("another message", |id, value| replaced(id, value, "{ ok }", "{ cancel }")),
    ("lost reference to an attribute", |id, value| replaced(id, value, "{ cancel.title }", "×")),
    ("unclosed brace", |id, value| replaced(id, value, " }", "")),
    ("no equals sign", |id, value| format!("{id}{value}\n")),
    ("line without indentation", |id, value| {
        // Attributes and variants may stand at the beginning of a line.
        if value.contains("\n    .") || value.contains("->") {
            return message(id, value);
        }
        replaced(id, value, "\n    ", "\n")
    }),
    ("no default variant", |id, value| replaced(id, value, "*[", "[")),
    ("variant twice", |id, value| doubled(id, value, "[one]")),
    ("lost plural category", |id, value| without(id, value, &["[few]"])),
    ("lost character", |id, value| match value.rfind(' ') {
        Some(at) => message(id, &format!("{} \u{FFFD}{}", &value[..at], &value[at + 1..])),
        None => message(id, value),
    }),
    ("another unit of length", |id, value| replaced(id, value, "20em", "20px")),
    ("translated CSS", |id, value| replaced(id, value, "width", "breit")),
    ("lost property", |id, value| replaced(id, value, "; height: 20em", "")),
    ("lost variable", |id, value| {
        message(id, &value.replace("{ $n }", "zwei").replace("{ $name }", "alles"))
    }),
    ("mistyped variable", |id, value| message(id, &value.replace("$n", "$m"))),
    ("unknown function", |id, value| replaced(id, value, "{ $n }", "{ NUMBR($n) }")),
    ("emptied", |id, value| if value.contains('\n') { message(id, value) } else { message(id, " { \"\" }") }),
];
