import type forge from 'node-forge'
import { HMAC_OIDS, OID, PBES2_CIPHERS, PKCS12_CIPHERS, type CipherSpec } from './algorithms.js'
import { PURPOSE, pbkdf2, pkcs12Derive, type Effort } from './derive.js'
import { count, inside, isWholeSequence, octets, oid, parse } from './nodes.js'
import { forPbes2, forPkcs12 } from './passwords.js'
import { fromBinary, toBinary, type DigestName, type Node, type P12Tools } from './tools.js'
import { P12Error } from './trouble.js'

interface Locked {
  algorithm: Node
  bytes: string
}

/**
 * What an encrypted part holds, as one ASN.1 element in a binary string. Throws P12Error: 'password'
 * when no encoding of the password opens it, 'unsupported', 'too_slow', 'unreadable'.
 */
export async function decrypt(
  tools: P12Tools,
  effort: Effort,
  { algorithm, bytes }: Locked,
  password: string
): Promise<string> {
  const [type, parameters] = inside(algorithm)
  const scheme = oid(tools, type)
  const attempts = scheme === OID.pbes2 ? pbes2 : pkcs12
  for await (const { cipher, key, iv } of attempts(tools, effort, scheme, parameters, password)) {
    const clear = decipher(tools, cipher, { key, iv, bytes })
    // A wrong key leaves a right padding once in 256 times, in RC2 once in 32: what is opened is whole.
    if (clear !== null && isWholeSequence(clear) && isElement(tools, clear)) return clear
  }
  throw new P12Error('password')
}

interface Attempt {
  cipher: CipherSpec
  key: Uint8Array
  iv: Uint8Array
}

/** PBES2 (RFC 8018 §6.2). */
async function* pbes2(
  tools: P12Tools,
  effort: Effort,
  _scheme: string,
  parameters: Node,
  password: string
): AsyncGenerator<Attempt> {
  const [derivation, encryption] = inside(parameters)
  const { digest, salt, rounds } = pbkdf2Parameters(tools, derivation)
  const [type, iv] = inside(encryption)
  const cipher = PBES2_CIPHERS[oid(tools, type)]
  if (!cipher) throw new P12Error('unsupported', oid(tools, type))
  for (const bytes of forPbes2(password)) {
    effort.take(rounds)
    const key = await pbkdf2({ digest, password: bytes, salt, rounds, length: cipher.key })
    yield { cipher, key, iv: fromBinary(octets(iv)) }
  }
}

/** The parameters of PBKDF2 (RFC 8018 A.2); throws when the derivation is another one. */
export function pbkdf2Parameters(tools: P12Tools, derivation: Node) {
  const [type, parameters] = inside(derivation)
  if (oid(tools, type) !== OID.pbkdf2) throw new P12Error('unsupported', oid(tools, type))
  const [salt, rounds, ...rest] = inside(parameters)
  const prf = rest.find((one) => one.constructed)
  const name = prf && oid(tools, inside(prf)[0])
  const digest: DigestName | undefined = name ? HMAC_OIDS[name] : 'SHA-1'
  if (!digest) throw new P12Error('unsupported', name)
  const length = rest.find((one) => one.type === 2 && !one.constructed)
  return {
    digest,
    salt: fromBinary(octets(salt)),
    rounds: count(rounds),
    length: length && count(length),
  }
}

/** The encryption of RFC 7292 itself. */
async function* pkcs12(
  tools: P12Tools,
  effort: Effort,
  scheme: string,
  parameters: Node,
  password: string
): AsyncGenerator<Attempt> {
  const cipher = PKCS12_CIPHERS[scheme]
  if (!cipher) throw new P12Error('unsupported', scheme)
  const [saltNode, roundsNode] = inside(parameters)
  const [salt, rounds] = [fromBinary(octets(saltNode)), count(roundsNode)]
  for (const bytes of forPkcs12(password)) {
    effort.take(rounds)
    const common = { digest: 'SHA-1' as const, password: bytes, salt, rounds }
    const key = await pkcs12Derive(tools, PURPOSE.key, { ...common, length: cipher.key })
    const iv = await pkcs12Derive(tools, PURPOSE.iv, { ...common, length: cipher.iv })
    yield { cipher, key, iv }
  }
}

function decipher(
  { forge: { rc2, cipher, util } }: P12Tools,
  { name, key: size }: CipherSpec,
  { key, iv, bytes }: { key: Uint8Array; iv: Uint8Array; bytes: string }
): string | null {
  // Two-key triple DES: the third key is the first one
  const whole = name === '3DES-CBC' && size === 16 ? [...key, ...key.subarray(0, 8)] : [...key]
  const material = util.createBuffer(toBinary(Uint8Array.from(whole)))
  const opening: forge.cipher.BlockCipher =
    name === 'RC2-CBC'
      ? rc2.createDecryptionCipher(material, size * 8)
      : cipher.createDecipher(name as forge.cipher.Algorithm, material)
  const vector = util.createBuffer(toBinary(iv))
  // RC2 takes its vector as it is, the others by name.
  if (name === 'RC2-CBC') opening.start(vector as never)
  else opening.start({ iv: vector })
  opening.update(util.createBuffer(bytes))
  return opening.finish() ? opening.output.getBytes() : null
}

function isElement(tools: P12Tools, binary: string): boolean {
  try {
    return inside(parse(tools, binary)).length >= 0
  } catch {
    return false
  }
}
