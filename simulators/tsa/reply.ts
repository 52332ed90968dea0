import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { OID, digestNamed } from '#lib/signature/algorithms'
import { signedAttributes, signedData } from '#lib/signature/cms_builder'
import { TAG, child, children, oidOf, readDer } from '#lib/signature/der'
import { element, generalizedTime, integer, oid, sequence } from '#lib/signature/der_writer'

export interface Unit {
  certificate: Buffer
  chain: Buffer[]
  key: KeyObject
}

const POLICY = '1.2.250.1.999.1.1'
const IMPRINT_LENGTHS: Record<string, number> = { sha256: 32, sha384: 48, sha512: 64 }

/** PKIFailureInfo bits of RFC 3161 §2.4.2. */
const FAILURE = { badAlg: 0, badDataFormat: 5 } as const

/** A time-stamping unit from its PEM key. */
export function timestampUnit(privateKey: string, certificate: Buffer, chain: Buffer[]): Unit {
  return { certificate, chain, key: createPrivateKey(privateKey) }
}

/** The TimeStampResp to a TimeStampReq: a token, or the reason of a refusal (RFC 3161 §2.4). */
export function reply(request: Buffer, unit: Unit, serial: number, now: Date): Buffer {
  const asked = parseRequest(request)
  if (!asked) return refusal(FAILURE.badDataFormat)
  if (IMPRINT_LENGTHS[asked.algorithm ?? ''] !== asked.imprintLength) return refusal(FAILURE.badAlg)
  const accuracy = sequence(integer(1))
  const content = sequence(
    integer(1),
    oid(POLICY),
    asked.messageImprint,
    integer(serial),
    generalizedTime(now),
    accuracy,
    ...(asked.nonce ? [asked.nonce] : [])
  )
  const granted = sequence(integer(0))
  return sequence(granted, token(content, unit, asked.wantsCertificates))
}

function token(content: Buffer, unit: Unit, withCertificates: boolean): Buffer {
  const { certificate } = unit
  const digest = createHash('sha256').update(content).digest()
  const attributes = signedAttributes({
    digest,
    certificate,
    digestName: 'sha256',
    contentType: OID.tstInfo,
  })
  return signedData({
    attributes,
    signature: sign('sha256', attributes, unit.key),
    certificate,
    chain: withCertificates ? unit.chain : [],
    digestName: 'sha256',
    content: { type: OID.tstInfo, bytes: content },
  })
}

function parseRequest(request: Buffer) {
  try {
    const [version, messageImprint, ...optional] = children(readDer(request))
    if (version.value[0] !== 1) return null
    const certReq = optional.find((field) => field.tag === TAG.boolean)
    return {
      messageImprint: messageImprint.raw,
      algorithm: digestNamed(oidOf(child(child(messageImprint, 0), 0))),
      imprintLength: child(messageImprint, 1, TAG.octetString).value.length,
      nonce: optional.find((field) => field.tag === TAG.integer)?.raw ?? null,
      wantsCertificates: certReq?.value[0] === 0xff,
    }
  } catch {
    return null
  }
}

function refusal(failure: number): Buffer {
  const bits = Buffer.alloc(1 + Math.floor(failure / 8) + 1)
  bits[0] = 7 - (failure % 8)
  bits[1 + Math.floor(failure / 8)] = 0x80 >> (failure % 8)
  const rejection = 2
  return sequence(sequence(integer(rejection), element(TAG.bitString, bits)))
}
