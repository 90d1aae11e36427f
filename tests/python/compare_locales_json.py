"""Prints what compare-locales says about the project in the current folder (l10n.toml, ui/, l10n/), as JSON."""

import sys

from compare_locales.commands import CompareLocales

sys.argv = ["compare-locales", "--json=-", "l10n.toml", "l10n", *sys.argv[1:]]
CompareLocales.call()
