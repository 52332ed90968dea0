import { extensionsOf } from '../certificate_extensions.js'
import { children, oidOf } from '../der.js'
import type { Subject } from './subject.js'
import { wordsOf } from './words.js'

/** A natural person's certificate, or the seal of a legal person (eIDAS art. 3 (9) and (24)). */
export type HolderNature = 'person' | 'organisation'

// ETSI EN 319 412-5 §4.2.3 (QcType) and EN 319 411-2 §5.3 (policies for natural and legal persons)
const QC_STATEMENTS = '1.3.6.1.5.5.7.1.3'
const QC_TYPE = '0.4.0.1862.1.6'
const POLICIES = '2.5.29.32'
const FOR_PERSONS = [`${QC_TYPE}.1`, '0.4.0.194112.1.0', '0.4.0.194112.1.2']
const FOR_SEALS = [`${QC_TYPE}.2`, '0.4.0.194112.1.1', '0.4.0.194112.1.3']

/** What the certificate declares itself to be; else what its subject looks like. */
export function natureOf(certificate: Buffer, subject: Subject): HolderNature {
  const declared = declaredPurposes(certificate)
  const isForPersons = declared.some((oid) => FOR_PERSONS.includes(oid))
  const isForSeals = declared.some((oid) => FOR_SEALS.includes(oid))
  if (isForSeals !== isForPersons) return isForSeals ? 'organisation' : 'person'
  return natureOfSubject(subject)
}

/** A person has a family name, a given name or a number of her own (EN 319 412-2 §4.2.4, 412-1 §5.1.3). */
export function natureOfSubject(subject: Subject): HolderNature {
  const { surname, givenName, pseudonym, serialNumber } = subject
  if (surname.length + givenName.length + pseudonym.length > 0) return 'person'
  if (serialNumber.some((text) => /^(PAS|IDC|PNO|TAX|TIN)[A-Z]{2}-/i.test(text))) return 'person'
  return namesAnOrganisation(subject) ? 'organisation' : 'person'
}

const SEAL_WORDS = new Set('cachet sceau seal serveur server'.split(' '))
const BODY_WORDS = new Set(
  (
    'commune communes communaute mairie ville syndicat departement region conseil metropole ' +
    'agglomeration ccas cias epci sivom sivu petr service services direction prefecture office ' +
    'regie etablissement association centre caisse societe'
  ).split(' ')
)
const LINKS = new Set('le la les l de du des d et'.split(' '))

function namesAnOrganisation({ commonName, organization }: Subject): boolean {
  const name = wordsOf(commonName.join(' '))
  if (name.length < 2 || name.some((word) => SEAL_WORDS.has(word))) return true
  const firstWord = name.find((word) => !LINKS.has(word))
  if (firstWord && BODY_WORDS.has(firstWord)) return true
  const body = new Set(wordsOf(organization.join(' ')))
  return name.every((word) => body.has(word))
}

function declaredPurposes(certificate: Buffer): string[] {
  const extensions = extensionsOf(certificate)
  const policies = extensions.get(POLICIES)
  const statements = extensions.get(QC_STATEMENTS)
  return [
    ...(policies ? children(policies.value).map((one) => oidOf(children(one)[0])) : []),
    ...(statements ? children(statements.value).flatMap((one) => typesIn(children(one))) : []),
  ]
}

function typesIn([type, info]: ReturnType<typeof children>): string[] {
  return info && oidOf(type) === QC_TYPE ? children(info).map(oidOf) : []
}
