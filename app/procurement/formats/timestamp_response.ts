/** PKIStatusInfo: granted (RFC 3161 §2.4.2). */
const GRANTED = Buffer.from('3003020100', 'hex')

/** A token as the answer that an authority gives (TimeStampResp), which `openssl ts -verify` reads. */
export function timestampResponse(token: Buffer): Buffer {
  const content = Buffer.concat([GRANTED, token])
  return Buffer.concat([Buffer.from([0x30]), lengthOf(content.length), content])
}

/** A length in DER (X.690 §8.1.3). */
function lengthOf(length: number): Buffer {
  if (length < 128) return Buffer.from([length])
  const text = length.toString(16)
  const bytes = Buffer.from(text.length % 2 === 0 ? text : `0${text}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}
