"""A reader of plis that knows FORMAT.md and nothing else. It writes a whole envelope, or nothing of it."""

import itertools
import json
import os

from words import *


def read_trousseau(path):
    with open(path, "rb") as file:
        raw = file.read()
    found = read_jcs(raw)
    holders, envelopes, threshold = found["holders"], found["envelopes"], found["threshold"]
    must(found["format"] == "halle-trousseau/1" and UUID.match(found["tender"]), "no trousseau")
    must(all(ENVELOPE.match(name) for name in envelopes), "no envelope")
    must(len(set(envelopes)) == len(envelopes), "an envelope twice")
    must(all(HOLDER.match(holder["id"]) for holder in holders), "no holder")
    must(2 <= threshold < len(holders) <= 16, "threshold")
    for what in ("id", "publicKey"):
        must(len({holder[what] for holder in holders}) == len(holders), "a holder twice")
    return found, sha256(raw)


def read_manifest(folder, trousseau, fingerprint):
    """What is refused without keys (section 8)."""
    with open(os.path.join(folder, "pli.json"), "rb") as file:
        manifest = read_jcs(file.read())
    must(set(manifest) == {"envelopes", "format", "pli", "tender", "trousseau"}, "a field")
    must(manifest["format"] == "halle-pli/1" and UUID.match(manifest["pli"]), "an unknown format")
    must(manifest["tender"] == trousseau["tender"], "of another tender")
    must(manifest["trousseau"] == fingerprint, "of another trousseau")
    names = [envelope["name"] for envelope in manifest["envelopes"]]
    must(names and names == [name for name in trousseau["envelopes"] if name in names], "envelopes")
    held, nonces = {"pli.json": None}, []
    for envelope in manifest["envelopes"]:
        must(set(envelope) == {"commit", "files", "list", "name", "shares"}, "a field")
        holders = [share["holder"] for share in envelope["shares"]]
        must(holders == [holder["id"] for holder in trousseau["holders"]], "holders")
        must(re.match(r"[0-9a-f]{64}\Z", envelope["commit"]), "commit")
        for share in envelope["shares"]:
            must(set(share) == {"ct", "enc", "holder"}, "a field")
            unb64(share["enc"], 32), unb64(share["ct"], 49)
        held[f"{envelope['name']}/list.bin"] = [envelope["list"]]
        for one in envelope["files"]:
            must(FILE_ID.match(one["id"]) and one["pieces"], "a file")
            path = f"{envelope['name']}/{one['id']}.bin"
            must(path not in held, "a file twice")
            held[path] = one["pieces"]
    there = {
        os.path.relpath(os.path.join(place, name), folder)
        for place, _, found in os.walk(folder)
        for name in found
    } - {"cle.json"}
    must(there == set(held), "a file is missing, or too many")
    for path, pieces in held.items():
        if pieces is not None:
            nonces += measured(os.path.join(folder, path), pieces)
    must(len(set(nonces)) == len(nonces), "a nonce twice")
    return manifest


def measured(path, pieces):
    with open(path, "rb") as file:
        for piece in pieces:
            must(type(piece["size"]) is int and piece["size"] >= SEALED_MORE, "a size")
            raw = file.read(piece["size"])
            must(len(raw) == piece["size"] and sha256(raw) == piece["sha256"], "an altered file")
            yield raw[:12]
        must(file.read(1) == b"", "a file too long")


def deks_of(manifest, envelope, trousseau, keys):
    """Every key that some set of holders gives."""
    commit = bytes.fromhex(envelope["commit"])
    shares = []
    for share in envelope["shares"]:
        if share["holder"] in keys:
            place = f"halle-pli/1|{manifest['tender']}|{manifest['pli']}|{envelope['name']}"
            info = f"{place}|share|{share['holder']}".encode()
            private = unb64(keys[share["holder"]], 32)
            enc, ct = unb64(share["enc"], 32), unb64(share["ct"], 49)
            opened = hpke_open(private, enc, info, commit, ct)
            if opened is not None and opened[32] != 0:
                shares.append(opened)
    for some in itertools.combinations(shares, trousseau["threshold"]):
        if len({share[32] for share in some}) == len(some):
            yield combined(some)


def combined(shares):
    dek = bytearray(32)
    for share in shares:
        weight = 1
        for other in shares:
            if other is not share:
                weight = times(weight, times(other[32], inverse(other[32] ^ share[32])))
        for at in range(32):
            dek[at] ^= times(weight, share[at])
    return bytes(dek)


def open_envelope(folder, manifest, envelope, deks):
    for dek in deks:
        keys = Envelope(manifest["tender"], manifest["pli"], envelope["name"], dek)
        if keys.commit().hex() == envelope["commit"]:
            break
    else:
        raise Refused("not enough shares, or none that give its key")
    place = os.path.join(folder, envelope["name"])
    with open(os.path.join(place, "list.bin"), "rb") as file:
        plain = keys.open(keys.of_list(), file.read())
    must(len(plain) % 4096 == 0, "a list that is not filled up")
    try:
        files = json.loads(plain)["files"]
    except (ValueError, KeyError, TypeError):
        raise Refused("no list") from None
    must(sorted(one["id"] for one in files) == sorted(one["id"] for one in envelope["files"]), "ids")
    must(all(well_named(one["name"]) for one in files), "a name")
    must(len({one["name"] for one in files}) == len(files), "a name twice")
    return {one["name"]: plain_file(keys, place, envelope, one) for one in files}


def plain_file(keys, place, envelope, one):
    pieces = next(file["pieces"] for file in envelope["files"] if file["id"] == one["id"])
    plain = b""
    with open(os.path.join(place, f"{one['id']}.bin"), "rb") as file:
        for index, piece in enumerate(pieces):
            last = index == len(pieces) - 1
            part = keys.open(keys.of_piece(one["id"], index, last), file.read(piece["size"]))
            must(len(part) <= PIECE and (last or len(part) == PIECE), "a piece that is cut")
            must(part or len(pieces) == 1, "an empty piece")
            plain += part
    must(len(plain) == one["size"] and sha256(plain) == one["sha256"], "not what the list says")
    return plain


def open_pli(folder, trousseau_path, key_paths, bidder, out):
    """Writes out/<envelope>/<name>; every envelope is judged before the first file is written."""
    trousseau, fingerprint = read_trousseau(trousseau_path)
    manifest = read_manifest(folder, trousseau, fingerprint)
    held = {}
    for path in key_paths:
        with open(path) as file:
            key = json.load(file)
        must(key["format"] == "halle-porteur/1", "no key of a holder")
        held[key["holder"]] = key["privateKey"]
    opened = {}
    for envelope in manifest["envelopes"]:
        deks = deks_of(manifest, envelope, trousseau, held)
        if bidder:
            with open(bidder) as file:
                deks = [unb64(json.load(file)["keys"][envelope["name"]], 32)]
        opened[envelope["name"]] = open_envelope(folder, manifest, envelope, deks)
    for name, files in opened.items():
        for path, plain in files.items():
            whole = os.path.join(out, name, path)
            os.makedirs(os.path.dirname(whole), exist_ok=True)
            with open(whole, "xb") as file:
                file.write(plain)
