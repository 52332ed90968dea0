"""One liar for each rule of FORMAT.md that a pli can break; all that it does not name is right."""

import os

from words import PIECE, b64, sha256
from writer import Honest, measure, write

LARGE = {"offre-1": {"plan.bin": bytes(range(256)) * 16_385}}  # 4,194,560 bytes: two pieces
SMALL = {"candidature": {"dc1.txt": b"nous"}, "offre-1": {"prix.csv": b"cent mille"}}


def liar(**changes):
    return type("Liar", (Honest,), {name: staticmethod(how) for name, how in changes.items()})()


TWO = {"offre-1": {"prix.csv": b"cent mille", "plan.pdf": b"un plan"}}


def named(name):
    return SMALL, liar(name=lambda _: name)


def first(manifest, change):
    change(manifest["envelopes"][0])
    return manifest


def changed(change):
    """A manifest that says something else, written as it must be."""
    return SMALL, liar(manifest=lambda manifest: first(manifest, change))


def listing(change):
    return SMALL, liar(listed=lambda files: {"files": [change(dict(one)) for one in files]})


def on_disk(change):
    return SMALL, liar(folder=change)


def bin_of(manifest, envelope=0):
    one = manifest["envelopes"][envelope]
    return f"{one['name']}/{one['files'][0]['id']}.bin"


def altered(out, manifest):
    with open(os.path.join(out, bin_of(manifest)), "r+b") as file:
        file.write(b"\0" * 12)


def longer(out, manifest):
    with open(os.path.join(out, bin_of(manifest)), "ab") as file:
        file.write(b"\0")


def same_nonce():
    nonce = os.urandom(12)
    return SMALL, liar(nonce=lambda: nonce)


def cut_short(parts):
    return [parts[0][:-1], parts[0][-1:] + parts[1]] if len(parts) > 1 else parts


OTHER = "00000000-0000-4000-8000-000000000000"

LIARS = {
    # Who does not lie: the others are refused for what they change, and for nothing else
    "nobody": (LARGE | SMALL, Honest()),
    # What is told without keys
    "unknown-format": (SMALL, liar(manifest=lambda one: one | {"format": "halle-pli/2"})),
    "field-too-many": (SMALL, liar(manifest=lambda one: one | {"note": "bonjour"})),
    "not-canonical": (SMALL, liar(written=lambda raw: raw.replace(b",", b", ", 1))),
    "key-twice": (SMALL, liar(written=lambda raw: raw[:-1] + b',"trousseau":"x"}')),
    "not-json": (SMALL, liar(written=lambda raw: raw[:-1])),
    "byte-order-mark": (SMALL, liar(written=lambda raw: b"\xef\xbb\xbf" + raw)),
    "other-tender": (SMALL, liar(manifest=lambda one: one | {"tender": OTHER})),
    "other-pli": (SMALL, liar(manifest=lambda one: one | {"pli": OTHER})),
    "pli-in-capitals": (SMALL, liar(manifest=lambda one: one | {"pli": one["pli"].upper()})),
    "other-trousseau": (SMALL, liar(manifest=lambda one: one | {"trousseau": sha256(b"")})),
    "no-envelope": (SMALL, liar(manifest=lambda one: one | {"envelopes": []})),
    "envelopes-turned-round": (
        SMALL,
        liar(manifest=lambda one: one | {"envelopes": one["envelopes"][::-1]}),
    ),
    "envelope-twice": (
        SMALL,
        liar(manifest=lambda one: one | {"envelopes": one["envelopes"][:1] * 2}),
    ),
    "unknown-envelope": changed(lambda one: one.update(name="offre-9")),
    "holders-turned-round": changed(lambda one: one["shares"].reverse()),
    "holder-missing": changed(lambda one: one["shares"].pop()),
    "short-share": changed(lambda one: one["shares"][0].update(ct=b64(bytes(48)))),
    "padded-share": changed(lambda one: one["shares"][0].update(enc=b64(bytes(32)) + "=")),
    "size-of-text": changed(lambda one: one["list"].update(size=str(one["list"]["size"]))),
    "commit-in-capitals": changed(lambda one: one.update(commit=one["commit"].upper())),
    "list-of-no-size": changed(lambda one: one["list"].update(size=0)),
    "size-below-its-tag": changed(lambda one: one["files"][0]["pieces"][0].update(size=27)),
    "size-with-a-point": (SMALL, liar(written=lambda raw: raw.replace(b'"size":4124', b'"size":4124.0'))),
    "field-too-many-in-a-share": changed(lambda one: one["shares"][0].update(note="")),
    "climbing-id": changed(lambda one: one["files"][0].update(id="../" + "0" * 29)),
    "file-twice": changed(lambda one: one["files"].append(one["files"][0])),
    "no-piece": changed(lambda one: one["files"][0].update(pieces=[])),
    "file-missing": on_disk(lambda out, one: os.remove(os.path.join(out, bin_of(one)))),
    "file-too-many": on_disk(lambda out, _: write(out, "offre-1/de-trop.bin", b"x")),
    "altered-file": on_disk(altered),
    "file-too-long": on_disk(longer),
    "same-nonce": same_nonce(),
    # What is told with keys
    "other-key-shared": (SMALL, liar(shared=lambda _: os.urandom(32))),
    "other-commit": (SMALL, liar(commit=lambda _: os.urandom(32))),
    "share-at-zero": (SMALL, liar(share=lambda raw: raw[:32] + b"\0")),
    "shares-at-one-place": (SMALL, liar(share=lambda raw: raw[:32] + b"\1")),
    "shares-of-low-order": changed(
        lambda one: [share.update(enc=b64(bytes(32))) for share in one["shares"]]
    ),
    "pieces-moved": (LARGE, liar(sealed=lambda parts: parts[::-1])),
    "piece-repeated": (LARGE, liar(flags=lambda flags: [(0, False), (0, False)])),
    "last-piece-cut-off": (LARGE, liar(sealed=lambda parts: parts[:1])),
    "no-last-flag": (LARGE, liar(flags=lambda flags: [(at, False) for at, _ in flags])),
    "two-last-flags": (LARGE, liar(flags=lambda flags: [(at, True) for at, _ in flags])),
    "piece-cut-short": (LARGE, liar(plain_pieces=cut_short)),
    "empty-piece-behind": (SMALL, liar(plain_pieces=lambda parts: [*parts, b""])),
    "list-not-filled": (SMALL, liar(filled=lambda text: text)),
    "list-of-something-else": (SMALL, liar(listed=lambda files: files)),
    "list-not-json": (SMALL, liar(filled=lambda text: b"{" * 4096)),
    "list-without-file": (SMALL, liar(listed=lambda files: {"files": []})),
    "list-of-other-ids": listing(lambda one: one | {"id": "0" * 32}),
    "lying-size": listing(lambda one: one | {"size": one["size"] + 1}),
    "lying-digest": listing(lambda one: one | {"sha256": sha256(b"autre")}),
    "digest-in-capitals": listing(lambda one: one | {"sha256": one["sha256"].upper()}),
    "climbing-name": named("../../prix.csv"),
    "absolute-name": named("/etc/prix.csv"),
    "name-with-backslash": named("..\\prix.csv"),
    "name-with-null": named("prix\0.csv"),
    "name-with-delete": named("prix\x7f.csv"),
    "decomposed-name": named("me\u0301moire.txt"),
    "empty-name": named(""),
    "empty-segment": named("a//b"),
    "dot-segment": named("a/./b"),
    "long-segment": named("é" * 128),
    "long-name": named("/".join(["a" * 200] * 6)),
    "equal-names": (TWO, liar(name=lambda _: "prix.csv")),
    "name-of-half-a-sign": (
        SMALL,
        liar(filled=lambda text: Honest().filled(text.replace(b"prix.csv", b"\\ud800.csv"))),
    ),
    "list-with-a-tail": (SMALL, liar(filled=lambda text: Honest().filled(text + b"x"))),
    "name-of-a-number": named(7),
}
