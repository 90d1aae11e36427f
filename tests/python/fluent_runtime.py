"""Reads values with Python's Fluent runtime and says where they differ from what was meant.

Standard input: one JSON object a line, {"text": what message `m` has to give, "ftl": the file}.
Standard output: one line for each difference. Exit code: 0 when there is none, 1 otherwise.
Needs: pip install -r tests/python/requirements.txt
"""

import json
import sys

from fluent.runtime import FluentBundle, FluentResource


def main() -> int:
    read = wrong = 0
    for line in sys.stdin.buffer:
        case = json.loads(line)
        read += 1
        bundle = FluentBundle(["ja"], use_isolating=False)
        bundle.add_resource(FluentResource(case["ftl"]))
        if bundle.has_message("m"):
            text, errors = bundle.format_pattern(bundle.get_message("m").value, {})
        else:
            text, errors = None, ["no message"]
        if text != case["text"] or errors:
            wrong += 1
            print(json.dumps({"wanted": case["text"], "got": text, "errors": [str(e) for e in errors]}))
    print(f"{read} read, {wrong} wrong", file=sys.stderr)
    return 1 if wrong or not read else 0


if __name__ == "__main__":
    sys.exit(main())
