import {
  Iban,
  InvalidValue,
  PartialDate,
  PhoneNumber,
  Ridet,
  Rna,
  Siren,
  Siret,
  type LocalDate,
} from '#lib/values'
import { parsePersonName } from './person_name.js'
import { parseWrittenEmail } from './written_email.js'

/** What the reading of a value may depend on. */
export interface CheckContext {
  today: LocalDate
  /** Where the person writes from: `FR`, `NC`; it reads telephone numbers. */
  territory?: string
}

/** A value as it is kept, or why it is refused: a code for programs, a sentence for people. */
export type Checked =
  { ok: true; value: string; notes: string[] } | { ok: false; code: string; message: string }

type Reader = (text: string, context: CheckContext) => { toString(): string }

const READERS = {
  siret: (text) => Siret.parse(text),
  siren: (text) => Siren.parse(text),
  rna: (text) => Rna.parse(text),
  ridet: (text) => Ridet.parse(text),
  name: parsePersonName,
  birthdate: (text, { today }) => PartialDate.parseBirth(text, today),
  phone: (text, { territory }) => PhoneNumber.parse(text, territory),
  postcode: parsePostcode,
  email: parseWrittenEmail,
  iban: (text) => Iban.parse(text),
} satisfies Record<string, Reader>

/** The kinds of what a person outside says of herself or of her organisation. */
export type CheckedKind = keyof typeof READERS

/** Whether a text names one of them. */
export const isCheckedKind = (kind: string): kind is CheckedKind => Object.hasOwn(READERS, kind)

/** Reads a value of that kind as a form receives it. */
export function checkValue(kind: CheckedKind, text: string, context: CheckContext): Checked {
  try {
    const read = (READERS[kind] as Reader)(text, context)
    const notes = read instanceof PartialDate && read.isPartial ? ['partial'] : []
    return { ok: true, value: read.toString(), notes }
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    return { ok: false, code: error.reason, message: error.message }
  }
}

function parsePostcode(text: string): string {
  const digits = text.trim()
  if (/^\d{5}$/.test(digits)) return digits
  throw new InvalidValue('Un code postal compte cinq chiffres.')
}
