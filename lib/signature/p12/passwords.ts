/*
 * One password, two alphabets: the PKCS#12 derivation takes it in BMPString with a final zero
 * (RFC 7292 B.1), PBES2 and PBMAC1 in UTF-8 (RFC 8018 §3, RFC 9579 §4), as OpenSSL does.
 */

/** The ways in which the makers of .p12 files encoded this password for the PKCS#12 derivation. */
export function forPkcs12(password: string): Uint8Array[] {
  const typed = composedOrNot(password).map(bmpString)
  // A tool of a UTF-8 terminal that took each byte for a sign, as OpenSSL 1.0 did
  const misread = String.fromCharCode(...new TextEncoder().encode(password))
  const all = misread === password ? typed : [...typed, bmpString(misread)]
  return password === '' ? [...all, new Uint8Array(0)] : all
}

/** Those for PBES2: UTF-8, then the single bytes that some JavaScript tools wrote. */
export function forPbes2(password: string): Uint8Array[] {
  const utf8 = composedOrNot(password).map((one) => new TextEncoder().encode(one))
  const isLatin = [...password].every((char) => char.codePointAt(0)! < 256)
  const isAscii = [...password].every((char) => char.codePointAt(0)! < 128)
  if (!isLatin || isAscii) return utf8
  return [...utf8, Uint8Array.from(password, (char) => char.charCodeAt(0))]
}

function bmpString(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes.set([unit >> 8, unit & 0xff], index * 2)
  }
  return bytes
}

/** « é » is one sign for a keyboard, two for what was pasted from the name of a file of macOS. */
const composedOrNot = (text: string) => [
  ...new Set([text, text.normalize('NFC'), text.normalize('NFD')]),
]
