import { Siret } from '#lib/values'
import type { Entry, Register, Several } from './register.js'
import { sireneRegister } from './sirene_gateway.js'
import type { TypedNumber } from './typed_number.js'

/**
 * What a number leads to: an establishment to confirm, several to choose from, one that is accepted
 * as it is said and checked later, or a sentence that says what to do.
 */
export type Looked =
  | { kind: 'entry'; entry: Entry }
  | { kind: 'several'; several: Several; siren: string }
  /** No register answers, or none is asked: she says the name herself. */
  | { kind: 'unchecked'; why: string }
  | { kind: 'no'; sentence: string; instead?: string }

const LATER =
  'Le répertoire des entreprises ne répond pas. Écrivez le nom vous-même : rien n’attend, nous vérifierons ensuite.'
const BY_HAND =
  'Aucun répertoire ne se consulte pour ce numéro : écrivez le nom, un agent le vérifiera.'

/** Asks the register about a number. Outside any transaction. */
export async function lookUp(
  { kind, value }: TypedNumber,
  from: string | null = null,
  register: Register = sireneRegister
): Promise<Looked> {
  if (kind === 'siret') return lookUpSiret(value, register)
  if (kind !== 'siren') return { kind: 'unchecked', why: BY_HAND }
  const found = await register.ofUnit(value, from)
  if (found.kind === 'found') return { kind: 'several', several: found.value, siren: value }
  if (found.kind === 'absent') return { kind: 'no', sentence: UNKNOWN('SIREN') }
  return {
    kind: 'no',
    sentence:
      'C’est un SIREN : il nomme l’entreprise entière. Le répertoire ne répond pas pour vous montrer ses établissements ; écrivez le SIRET, quatorze chiffres.',
  }
}

const UNKNOWN = (what: string) =>
  `Ce ${what} est bien écrit, mais le répertoire ne le connaît pas. Vérifiez-le sur votre avis de situation.`

async function lookUpSiret(siret: string, register: Register): Promise<Looked> {
  const found = await register.find(siret)
  if (found.kind === 'unreachable') return { kind: 'unchecked', why: LATER }
  if (found.kind === 'absent') return { kind: 'no', sentence: UNKNOWN('SIRET') }
  const entry = found.value
  if (entry.isOpen && entry.isUnitActive) return { kind: 'entry', entry }
  if (!entry.isUnitActive)
    return {
      kind: 'no',
      sentence: `« ${entry.name} » a cessé son activité : on ne peut plus agir pour elle.`,
    }
  const moved = await register.successorOf(siret)
  if (moved.kind !== 'found' || !Siret.tryParse(moved.value))
    return {
      kind: 'no',
      sentence: `Cet établissement de « ${entry.name} » est fermé. Écrivez le SIRET d’un établissement ouvert.`,
    }
  return {
    kind: 'no',
    sentence: `« ${entry.name} » a déménagé, et son SIRET a changé : c’est maintenant ${moved.value}.`,
    instead: moved.value,
  }
}
