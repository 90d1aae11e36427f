"""Prints the id, source and target of every unit that translate-toolkit reads from the TBX on standard input."""

import json
import sys

from translate.storage.tbx import tbxfile

store = tbxfile(sourcelanguage="ja", targetlanguage="en")
store.parse(sys.stdin.buffer.read())
for unit in store.units:
    print(json.dumps({"id": unit.getid(), "source": unit.source, "target": unit.target}))
