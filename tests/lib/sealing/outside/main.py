"""keys, seal, open, lie: each reads one JSON value of words, and writes one on standard output."""

import json
import os
import sys

from liars import LIARS
from reader import open_pli
from words import Refused
from writer import make_keys, seal


def read_folder(folder):
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            whole = os.path.join(place, name)
            with open(whole, "rb") as file:
                found[os.path.relpath(whole, folder)] = file.read()
    return found


def do_keys(asked):
    make_keys(asked["out"], asked["tender"], asked["threshold"], asked["holders"], asked["envelopes"])


def do_seal(asked):
    envelopes = {name: read_folder(folder) for name, folder in asked["envelopes"].items()}
    return seal(asked["trousseau"], asked["out"], envelopes, asked.get("pli"))


def do_lie(asked):
    for name, (content, liar) in LIARS.items():
        seal(asked["trousseau"], os.path.join(asked["out"], name), content, None, liar)
    return sorted(LIARS)


def do_open(asked):
    """Why each pli is refused, or null once it is opened under its own name."""
    said = {}
    for name, folder in asked["plis"].items():
        out = os.path.join(asked["out"], name)
        try:
            open_pli(folder, asked["trousseau"], asked.get("keys", []), asked.get("bidder"), out)
            said[name] = None
        except Refused as refusal:
            said[name] = str(refusal)
    return said


if __name__ == "__main__":
    does = {"keys": do_keys, "seal": do_seal, "lie": do_lie, "open": do_open}
    print(json.dumps(does[sys.argv[1]](json.loads(sys.argv[2]))))
