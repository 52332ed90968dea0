import { InvalidValue, Ridet, Rna, Siren, Siret } from '#lib/values'
import { sha256 } from '#app/outsiders/people/keys'

/** A number that names an organisation, or one of its establishments. */
export type NumberKind = 'siret' | 'siren' | 'rna' | 'ridet' | 'tahiti' | 'registry' | 'vat'
export interface TypedNumber {
  kind: NumberKind
  value: string
}

const COURT = /^[\p{L} '-]+,?\s+vol(?:ume)?\.?\s*\w+\s*,?\s+(?:fol(?:io)?|n)\.?\s*°?\s*\w+$/iu
/** Two letters of a State and its digits (VIES); those of France are found by their SIREN. */
const VAT = /^(?!FR)[A-Z]{2}(?=(?:[A-Z]*\d){5})[0-9A-Z]{5,12}$/
const TAHITI = /^[A-Z0-9]\d{5}$/

/**
 * What somebody typed to name her organisation: SIRET, SIREN, RNA, RIDET, TAHITI, the register of a
 * court (« Strasbourg, volume 12, folio 34 ») or a VAT number of another State.
 * @throws InvalidValue in words that say what to write
 */
export function readNumber(typed: string): TypedNumber {
  const text = typed.normalize('NFC').trim()
  const plain = text.replace(/[\s.]/g, '').toUpperCase()
  if (/^\d{14}$/.test(plain)) return { kind: 'siret', value: Siret.parse(plain).toString() }
  if (/^W/.test(plain)) return { kind: 'rna', value: Rna.parse(plain).toString() }
  if (/^\d{9}$/.test(plain) && Siren.tryParse(plain)) return { kind: 'siren', value: plain }
  if (/^\d{9,10}$/.test(plain)) return { kind: 'ridet', value: Ridet.parse(plain).toString() }
  if (TAHITI.test(plain)) return { kind: 'tahiti', value: plain }
  if (COURT.test(text)) return { kind: 'registry', value: text.replace(/\s+/g, ' ') }
  if (VAT.test(plain)) return { kind: 'vat', value: plain }
  throw new InvalidValue(
    'Écrivez un SIRET (quatorze chiffres), un numéro RNA (W et neuf signes), un RIDET, ou le registre du tribunal (« Strasbourg, volume 12, folio 34 »).'
  )
}

/** The digest by which a number is looked for: the wall hears no more. */
export const numberKey = ({ kind, value }: TypedNumber): string =>
  sha256(JSON.stringify([kind, value.toLowerCase()]))
