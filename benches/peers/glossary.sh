#!/bin/sh
# How fast terms are found beside other programs, on the same 100,000 terms and the same text in one run; where
# YAKUGO_DATA is set, also how well. Prints Markdown tables.
#
# Needs Python 3.9 or later with venv; what it installs goes to target/peers.
#
#     sh benches/peers/glossary.sh
set -eu
cd "$(dirname "$0")/../.."
peers=$PWD/target/peers
if ! [ -x "$peers/venv/bin/python" ]; then
    python3 -m venv "$peers/venv"
fi
"$peers/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r benches/peers/requirements.txt
cargo bench --quiet --bench glossary -- --write "$peers" > "$peers/yakugo.txt"
"$peers/venv/bin/python" benches/peers/glossary.py "$peers"
if [ -n "${YAKUGO_DATA:-}" ]; then
    echo
    echo "yakugo:"
    cargo test --quiet --release --test glossary_detect -- --nocapture terms_are_found | grep -v '^$'
fi
