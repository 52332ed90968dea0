"""A writer of plis that knows FORMAT.md and nothing else; it also knows how to lie, one rule at a time."""

import json
import os
import uuid

from words import *


def make_keys(out, tender, threshold, holders, envelopes):
    pairs = [(holder, X25519PrivateKey.generate()) for holder in holders]
    trousseau = {
        "envelopes": envelopes,
        "format": "halle-trousseau/1",
        "holders": [
            {"id": holder, "publicKey": b64(raw_public(key.public_key()))} for holder, key in pairs
        ],
        "tender": tender,
        "threshold": threshold,
    }
    os.makedirs(out)
    write(out, "trousseau.json", jcs(trousseau))
    for holder, key in pairs:
        private = b64(raw_private(key))
        held = {"format": "halle-porteur/1", "holder": holder, "privateKey": private}
        write(out, f"{holder}.key.json", jcs(held))


def write(folder, path, raw):
    whole = os.path.join(folder, path)
    os.makedirs(os.path.dirname(whole), exist_ok=True)
    with open(whole, "wb") as file:
        file.write(raw)


def split(secret, holders, threshold):
    """Shares of 32 bytes of y and one of x (section 5)."""
    shares = [bytearray() for _ in range(holders)]
    for byte in secret:
        coefficients = bytes([byte]) + os.urandom(threshold - 1)
        for x, share in enumerate(shares, 1):
            y = 0
            for coefficient in reversed(coefficients):
                y = times(y, x) ^ coefficient
            share.append(y)
    return [bytes(share) + bytes([x]) for x, share in enumerate(shares, 1)]


class Honest:
    """What a writer does of each part; a liar changes one of them."""

    def name(self, name):
        return name

    def plain_pieces(self, pieces):
        return pieces

    def flags(self, flags):
        """Index and last flag under which each piece is sealed."""
        return flags

    def sealed(self, pieces):
        return pieces

    def nonce(self):
        return os.urandom(12)

    def listed(self, files):
        return {"files": files}

    def filled(self, text):
        return text + b" " * (-len(text) % 4096)

    def shared(self, dek):
        return dek

    def commit(self, right):
        return right

    def share(self, sealed):
        return sealed

    def manifest(self, manifest):
        return manifest

    def written(self, raw):
        return raw

    def folder(self, out, manifest):
        pass


def seal(trousseau_path, out, envelopes, pli=None, liar=Honest()):
    """Seals {envelope: {name: bytes}}; gives the digest of the pli."""
    with open(trousseau_path, "rb") as file:
        raw = file.read()
    trousseau, pli, deks = json.loads(raw), pli or str(uuid.uuid4()), {}
    manifest = {"envelopes": [], "format": "halle-pli/1", "pli": pli}
    manifest |= {"tender": trousseau["tender"], "trousseau": sha256(raw)}
    for name in trousseau["envelopes"]:
        if name in envelopes:
            deks[name] = os.urandom(32)
            keys = Envelope(trousseau["tender"], pli, name, deks[name])
            made = seal_envelope(trousseau, out, name, keys, envelopes[name], liar)
            manifest["envelopes"].append(made)
    written = liar.written(jcs(liar.manifest(manifest)))
    own = {"format": "halle-cle/1", "keys": {name: b64(dek) for name, dek in deks.items()}}
    write(out, "pli.json", written)
    write(out, "cle.json", jcs(own | {"pli": pli, "tender": trousseau["tender"]}))
    liar.folder(out, manifest)
    return {"pli": pli, "digest": sha256(written)}


def seal_envelope(trousseau, out, name, keys, files, liar):
    listed, sealed_files = [], []
    for path, plain in files.items():
        file_id = os.urandom(16).hex()
        cut = [plain[at : at + PIECE] for at in range(0, len(plain) or 1, PIECE)]
        parts = liar.plain_pieces(cut)
        flags = liar.flags([(at, at == len(parts) - 1) for at in range(len(parts))])
        sealed = liar.sealed(
            [
                keys.seal(keys.of_piece(file_id, *flag), part, liar.nonce())
                for flag, part in zip(flags, parts)
            ]
        )
        write(out, f"{name}/{file_id}.bin", b"".join(sealed))
        sealed_files.append({"id": file_id, "pieces": [measure(piece) for piece in sealed]})
        listed.append(
            {"id": file_id, "name": liar.name(path), "sha256": sha256(plain), "size": len(plain)}
        )
    text = liar.filled(json.dumps(liar.listed(listed), ensure_ascii=False).encode())
    sealed_list = keys.seal(keys.of_list(), text, liar.nonce())
    write(out, f"{name}/list.bin", sealed_list)
    return {
        "commit": liar.commit(keys.commit()).hex(),
        "files": sealed_files,
        "list": measure(sealed_list),
        "name": name,
        "shares": seal_shares(trousseau, keys, liar),
    }


def measure(raw):
    return {"sha256": sha256(raw), "size": len(raw)}


def seal_shares(trousseau, keys, liar):
    holders = trousseau["holders"]
    shares = split(liar.shared(keys.dek), len(holders), trousseau["threshold"])
    sealed = []
    for holder, share in zip(holders, shares):
        info = f"{keys.ctx}|share|{holder['id']}".encode()
        public = unb64(holder["publicKey"], 32)
        enc, ct = hpke_seal(public, info, liar.commit(keys.commit()), liar.share(share))
        sealed.append({"ct": b64(ct), "enc": b64(enc), "holder": holder["id"]})
    return sealed
