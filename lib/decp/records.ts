import { under } from './finding.js'
import { isObject, type Value } from './value.js'

export type RecordKind = 'marche' | 'contrat-concession'

/** A contract of a file, and where it stands. */
export interface DecpRecord {
  kind: RecordKind
  value: Value
  path: string
}

/** The records of a file that are objects; what is none was refused by the shape. */
export function recordsOf(file: unknown): DecpRecord[] {
  const marches = isObject(file) && isObject(file.marches) ? file.marches : {}
  return (['marche', 'contrat-concession'] as const).flatMap((kind) =>
    listIn(marches, kind)
      .map((value, index) => ({ kind, value, path: `/marches/${kind}/${index}` }))
      .filter((record): record is DecpRecord => isObject(record.value))
  )
}

/** The list of that name, empty when there is none. */
export const listIn = (value: Value, name: string): unknown[] => {
  const list = Object.hasOwn(value, name) ? value[name] : []
  return Array.isArray(list) ? list : []
}

/** The objects of `titulaires: [{ titulaire: {…} }]`, each with its pointer. */
export function wrapped(
  value: Value,
  list: string,
  name: string,
  path: string
): { value: Value; path: string }[] {
  return listIn(value, list).flatMap((one, index) => {
    const inner = isObject(one) ? one[name] : null
    return isObject(inner)
      ? [{ value: inner, path: under(under(under(path, list), index), name) }]
      : []
  })
}

/** Who holds a contract: the first counts for the national consolidation. */
export const holdersOf = ({ kind, value, path }: DecpRecord) =>
  kind === 'marche'
    ? wrapped(value, 'titulaires', 'titulaire', path)
    : wrapped(value, 'concessionnaires', 'concessionnaire', path)

/** Who bought, or granted. */
export const buyerField = (kind: RecordKind) =>
  kind === 'marche' ? 'acheteur' : 'autoriteConcedante'

/** Number, buyer and first holder: what makes two records one for the consolidation. */
export function identityOf(record: DecpRecord): { id: string; buyer: string; holder: string } {
  const { kind, value } = record
  const buyer = value[buyerField(kind)]
  const [first] = holdersOf(record)
  return {
    id: String(value.id),
    buyer: isObject(buyer) ? String(buyer.id) : '',
    holder: first ? `${String(first.value.typeIdentifiant)} ${String(first.value.id)}` : '',
  }
}

/** What was added to a contract, which carries its own dates, amounts and durations. */
export function additionsOf({ kind, value, path }: DecpRecord) {
  const modifications = wrapped(value, 'modifications', 'modification', path)
  if (kind === 'contrat-concession') return { modifications, actes: [], acteModifications: [] }
  return {
    modifications,
    actes: wrapped(value, 'actesSousTraitance', 'acteSousTraitance', path),
    acteModifications: wrapped(
      value,
      'modificationsActesSousTraitance',
      'modificationActeSousTraitance',
      path
    ),
  }
}
