import { createHmac, pbkdf2Sync } from 'node:crypto'
import { derNull, explicit, integer, octetString, oid, sequence } from '#lib/signature/der_writer'

const SALT = Buffer.from('0011223344556677', 'hex')
const SHA256_HMAC = sequence(oid('1.2.840.113549.2.9'), derNull())

/** An empty .p12 sealed as RFC 9579 says, which the OpenSSL of most machines cannot make yet. */
export function makePbmac1({ password, rounds }: { password: string; rounds: number }): Buffer {
  const safe = sequence()
  const key = rounds > 1e7 ? Buffer.alloc(32) : pbkdf2Sync(password, SALT, rounds, 32, 'sha256')
  const parameters = sequence(octetString(SALT), integer(rounds), integer(32), SHA256_HMAC)
  const derivation = sequence(oid('1.2.840.113549.1.5.12'), parameters)
  const algorithm = sequence(oid('1.2.840.113549.1.5.14'), sequence(derivation, SHA256_HMAC))
  const mac = octetString(createHmac('sha256', key).update(safe).digest())
  return sequence(
    integer(3),
    sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octetString(safe))),
    // The salt and the rounds outside are not used
    sequence(sequence(algorithm, mac), octetString(Buffer.from('unused')), integer(1))
  )
}
