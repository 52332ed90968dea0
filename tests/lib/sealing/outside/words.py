"""The words of halle-pli/1, written from FORMAT.md alone: nothing here comes from the program it judges."""

import base64
import hashlib
import hmac
import json
import re
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

PIECE = 4_194_304
SEALED_MORE = 12 + 16  # its nonce before, its tag behind
ENVELOPE = re.compile(r"(candidature|offre|offre-[1-9][0-9]{0,2})\Z")
HOLDER = re.compile(r"[a-z0-9-]{1,32}\Z")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
FILE_ID = re.compile(r"[0-9a-f]{32}\Z")


class Refused(Exception):
    pass


def must(condition, why):
    if not condition:
        raise Refused(why)


def b64(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def unb64(text, length):
    must(isinstance(text, str) and re.fullmatch(r"[A-Za-z0-9_-]*", text), "not base64url")
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    must(len(raw) == length and b64(raw) == text, "not so many bytes in base64url")
    return raw


def sha256(raw):
    return hashlib.sha256(raw).hexdigest()


def jcs(value):
    """RFC 8785 for what the format holds: texts, whole numbers, lists and objects."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_jcs(raw):
    try:
        value = json.loads(raw.decode())
    except ValueError as error:
        raise Refused(f"not JSON: {error}") from None
    must(isinstance(value, dict) and jcs(value) == raw, "not JCS")
    return value


def hkdf_extract(salt, ikm):
    return hmac.new(salt or bytes(32), ikm, hashlib.sha256).digest()


def hkdf_expand(prk, info, length):
    out, block, count = b"", b"", 1
    while len(out) < length:
        block = hmac.new(prk, block + info + bytes([count]), hashlib.sha256).digest()
        out, count = out + block, count + 1
    return out[:length]


class Envelope:
    """The keys of one envelope (section 2) and what they seal (3 and 4)."""

    def __init__(self, tender, pli, name, dek):
        self.ctx, self.dek = f"halle-pli/1|{tender}|{pli}|{name}", dek

    def key(self, label):
        return hkdf_expand(hkdf_extract(b"halle-pli/1", self.dek), label.encode(), 32)

    def commit(self):
        return hashlib.sha256(f"{self.ctx}|commit|".encode() + self.dek).digest()

    def of_piece(self, file_id, index, last):
        return f"file|{file_id}", f"{self.ctx}|file|{file_id}|{index}|{1 if last else 0}"

    def of_list(self):
        return "list", f"{self.ctx}|list"

    def seal(self, place, plain, nonce):
        label, aad = place
        return nonce + AESGCM(self.key(label)).encrypt(nonce, plain, aad.encode())

    def open(self, place, sealed):
        label, aad = place
        try:
            return AESGCM(self.key(label)).decrypt(sealed[:12], sealed[12:], aad.encode())
        except (InvalidTag, ValueError):
            raise Refused("a tag fails") from None


# HPKE, RFC 9180: X25519 with HKDF-SHA256 (0x0020), HKDF-SHA256 (0x0001), AES-256-GCM (0x0002)
KEM = b"KEM" + (0x0020).to_bytes(2, "big")
SUITE = b"HPKE" + b"".join(n.to_bytes(2, "big") for n in (0x0020, 0x0001, 0x0002))


def labeled_extract(suite, salt, label, ikm):
    return hkdf_extract(salt, b"HPKE-v1" + suite + label + ikm)


def labeled_expand(suite, prk, label, info, length):
    return hkdf_expand(prk, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)


def hpke_key(shared, enc, public, info):
    """The key and the nonce of a single message in base mode (RFC 9180, 4.1 and 5.1)."""
    secret = labeled_extract(KEM, b"", b"eae_prk", shared)
    secret = labeled_expand(KEM, secret, b"shared_secret", enc + public, 32)
    context = b"\0" + labeled_extract(SUITE, b"", b"psk_id_hash", b"")
    context += labeled_extract(SUITE, b"", b"info_hash", info)
    prk = labeled_extract(SUITE, secret, b"secret", b"")
    key = labeled_expand(SUITE, prk, b"key", context, 32)
    return AESGCM(key), labeled_expand(SUITE, prk, b"base_nonce", context, 12)


def raw_public(key):
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def raw_private(key):
    return key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def hpke_seal(public, info, aad, plain):
    once = X25519PrivateKey.generate()
    enc = raw_public(once.public_key())
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    cipher, nonce = hpke_key(shared, enc, public, info)
    return enc, cipher.encrypt(nonce, plain, aad)


def hpke_open(private, enc, info, aad, sealed):
    """None when it does not open: another holder may."""
    own = X25519PrivateKey.from_private_bytes(private)
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(enc))
        cipher, nonce = hpke_key(shared, enc, raw_public(own.public_key()), info)
        return cipher.decrypt(nonce, sealed, aad)
    except (InvalidTag, ValueError):
        return None


def times(one, other):
    """A product in GF(2^8), polynomial x^8+x^4+x^3+x+1 (section 5)."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = (one << 1) ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return product


def inverse(one):
    return next(other for other in range(1, 256) if times(one, other) == 1)


def well_named(name):
    """Section 4, all but that names are distinct."""
    if not isinstance(name, str) or unicodedata.normalize("NFC", name) != name:
        return False
    if re.search(r"[\\\x00-\x1f\x7f\ud800-\udfff]", name) or not 0 < len(name.encode()) <= 1000:
        return False
    parts = name.split("/")
    return all(part not in ("", ".", "..") and len(part.encode()) <= 255 for part in parts)
