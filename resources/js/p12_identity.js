import { fromBinary, toBinary } from '../../lib/signature/p12/tools.ts'

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const CURVES = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
}

class Trouble extends Error {
  constructor(trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** The first key that this browser can use, with the certificate of that key and those above. */
export async function identityAmong(forge, { keys, certificates }) {
  if (keys.length === 0) throw new Trouble('no_key')
  let known = false
  for (const pkcs8 of keys) {
    const algorithm = algorithmOf(forge, pkcs8)
    if (!algorithm) continue
    known = true
    for (const certificate of certificates) {
      if (!(await isPair(forge, algorithm, pkcs8, certificate))) continue
      const chain = certificates.filter((one) => one !== certificate)
      return { certificate, chain, pkcs8, algorithm }
    }
  }
  throw new Trouble(known ? 'no_certificate' : 'key_type')
}

/** PrivateKeyInfo (RFC 5958 §2): version, algorithm, key. */
function algorithmOf(forge, pkcs8) {
  const [type, parameters] = parse(forge, pkcs8).value[1].value
  const name = oid(forge, type)
  if (name === '1.2.840.113549.1.1.1') return RSA
  const curve = name === '1.2.840.10045.2.1' && CURVES[oid(forge, parameters)]
  return curve ? { name: 'ECDSA', namedCurve: curve } : null
}

async function isPair(forge, algorithm, pkcs8, certificate) {
  const how = { ...algorithm, hash: 'SHA-256' }
  try {
    const spki = publicKeyOf(forge, certificate)
    const verifying = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
    const signing = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    const signature = await crypto.subtle.sign(how, signing, bytes)
    return await crypto.subtle.verify(how, verifying, signature, bytes)
  } catch {
    return false
  }
}

/** SubjectPublicKeyInfo, the seventh field of a certificate that tells its version (RFC 5280 §4.1). */
function publicKeyOf(forge, certificate) {
  const fields = parse(forge, certificate).value[0].value
  const first = fields[0].tagClass === forge.asn1.Class.CONTEXT_SPECIFIC ? 1 : 0
  return fromBinary(forge.asn1.toDer(fields[first + 5]).getBytes())
}

const parse = (forge, bytes) =>
  forge.asn1.fromDer(toBinary(bytes), { parseAllBytes: false, decodeBitStrings: false })

const oid = (forge, node) => forge.asn1.derToOid(forge.util.createBuffer(node.value))
