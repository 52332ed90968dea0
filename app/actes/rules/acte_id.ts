import { LocalDate } from '#lib/values'

const ACTE_ID = /^([0-9]{2}[AB0-9])-([0-9]{9})-([0-9]{8})-([a-zA-Z0-9_]{1,15})-(\p{Lu}{2})$/u

export interface ActeIdParts {
  /** Three characters: 001, 02A, 974. */
  departement: string
  siren: string
  /** Day of the decision, not of the transmission. */
  decisionDate: LocalDate
  numero: string
  natureAbrege: string
}

/** The unique identifier of an acte in the ministry's system: DDD-SIREN-YYYYMMDD-NUMERO-NN. */
export function buildActeId(parts: ActeIdParts): string {
  return [
    parts.departement,
    parts.siren,
    parts.decisionDate.compact(),
    parts.numero,
    parts.natureAbrege,
  ].join('-')
}

/** The parts of an identifier, or null when it does not follow the pattern of the XSD. */
export function parseActeId(text: string): ActeIdParts | null {
  const match = ACTE_ID.exec(text)
  if (!match) return null
  const [, departement, siren, compact, numero, natureAbrege] = match
  const decisionDate = LocalDate.tryParse(
    `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6)}`
  )
  return decisionDate && { departement, siren, decisionDate, numero, natureAbrege }
}
