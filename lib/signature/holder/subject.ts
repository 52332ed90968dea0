import { certificateIdentity } from '../certificate.js'
import { TAG, child, children, oidOf, readDer, type DerNode } from '../der.js'

/** The attributes of a name (X.520 §6) that say who holds a certificate. */
export const ATTRIBUTE = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  givenName: '2.5.4.42',
  pseudonym: '2.5.4.65',
  organizationIdentifier: '2.5.4.97',
} as const

/** What the subject of a certificate says under each attribute, in its order. */
export type Subject = Record<keyof typeof ATTRIBUTE, string[]>

/** Reads the subject of a DER certificate. */
export function subjectOf(certificate: Buffer): Subject {
  const { subject } = certificateIdentity(certificate)
  const said = children(readDer(subject))
    .flatMap((set) => children(set))
    .map((one) => ({ type: oidOf(child(one, 0)), text: textOf(child(one, 1)) }))
  const under = (type: string) =>
    said.filter((one) => one.type === type && one.text !== '').map(({ text }) => text)
  const entries = Object.entries(ATTRIBUTE).map(([name, type]) => [name, under(type)])
  return Object.fromEntries(entries) as Subject
}

const UNIVERSAL_STRING = 0x1c
const BMP_STRING = 0x1e

function textOf({ tag, value }: DerNode): string {
  if (tag === BMP_STRING && value.length % 2 === 0) {
    return Buffer.from(value).swap16().toString('utf16le').trim()
  }
  if (tag === UNIVERSAL_STRING) return universal(value).trim()
  return value.toString(tag === TAG.utf8String ? 'utf8' : 'latin1').trim()
}

function universal(value: Buffer): string {
  const points: number[] = []
  for (let at = 0; at + 4 <= value.length; at += 4) points.push(value.readUInt32BE(at))
  return String.fromCodePoint(...points.map((point) => (point > 0x10ffff ? 0xfffd : point)))
}
