import { certificateIdentity } from '../certificate.js'
import { child, children, oidOf, readDer } from '../der.js'
import { nameText } from '../name_text.js'

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
    .map((one) => ({ type: oidOf(child(one, 0)), text: nameText(child(one, 1)) }))
  const under = (type: string) =>
    said.filter((one) => one.type === type && one.text !== '').map(({ text }) => text)
  const entries = Object.entries(ATTRIBUTE).map(([name, type]) => [name, under(type)])
  return Object.fromEntries(entries) as Subject
}
