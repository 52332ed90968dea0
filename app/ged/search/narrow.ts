import type { AskedField } from '#lib/french/search/fields'
import { tellingOf } from '#lib/french/search/query'
import type { Source } from '#web/search'
import { unaccented, wordsIn } from '#lib/french/search/normalise'
import { daysOf } from '../rules/days_asked.js'
import type DocumentType from '../types/document_type.js'

/** A condition on a row `node` of `ged.nodes`. */
type Condition = Source

const OWN_KEYS = ['type', 'date', 'espace', 'titre', 'nom'] as const
const NEVER: Condition = { sql: 'false', bindings: [] }

/** The fields that a search may name: those of every document, and those of the types of a member. */
export const keysOf = (types: DocumentType[]): Set<string> =>
  new Set([...OWN_KEYS, ...types.flatMap(({ fields }) => fields.map(({ key }) => key))])

/** What some fields that are asked keep of the documents; null when nothing is asked. */
export function narrowing(fields: AskedField[], types: DocumentType[]): Condition | null {
  if (fields.length === 0) return null
  const each = fields.map((field) => ({ ...conditionOf(field, types), not: field.isUnwanted }))
  return {
    sql: each.map(({ sql, not }) => `(${sql}) is ${not ? 'not ' : ''}true`).join(' and '),
    bindings: each.flatMap(({ bindings }) => bindings),
  }
}

/** The words of the wanted values that are written in documents: the index knows them. */
export const wordsOfFields = (fields: AskedField[]): string[] =>
  fields
    .filter(({ key, isUnwanted }) => !isUnwanted && !['type', 'date', 'espace'].includes(key))
    .flatMap(({ value }) => tellingOf(wordsIn(value)))

function conditionOf({ key, value }: AskedField, types: DocumentType[]): Condition {
  if (key === 'type') return ofType(value, types)
  if (key === 'date') return onDays(value)
  if (key === 'espace') {
    const sql = `exists (select from ged.spaces space where space.tenant_id = node.tenant_id
      and space.id = node.space_id and (space.slug = ? or lower(space.name) = lower(?)))`
    return { sql, bindings: [value.toLowerCase(), value] }
  }
  const text = key === 'titre' ? 'node.title' : key === 'nom' ? 'node.name' : 'node.fields ->> ?'
  return holding(text, text.endsWith('?') ? [key] : [], wordsIn(value))
}

function ofType(value: string, types: DocumentType[]): Condition {
  const plain = (text: string) => wordsIn(text).join(' ')
  const ids = types
    .filter(({ code, label }) => [code, label].some((said) => plain(said) === plain(value)))
    .map(({ id }) => id)
  return ids.length > 0 ? { sql: 'node.type_id = any(?::uuid[])', bindings: [ids] } : NEVER
}

function onDays(value: string): Condition {
  const days = daysOf(value)
  if (!days) return NEVER
  return { sql: 'node.document_date between ? and ?', bindings: [days.from, days.to] }
}

/** Accents and case do not count; a word begins where one does, a number is whole. */
function holding(text: string, bindings: string[], words: string[]): Condition {
  if (words.length === 0) return NEVER
  const plain = `lower(regexp_replace(normalize(${text}, NFKD), '[\u0300-\u036f]', '', 'g'))`
  const patterns = words.map((word) =>
    /^\d/.test(word) ? `(^|[^0-9])0*${word}([^0-9]|$)` : `(^|[^a-z])${unaccented(word)}`
  )
  return {
    sql: patterns.map(() => `${plain} ~ ?`).join(' and '),
    bindings: patterns.flatMap((pattern) => [...bindings, pattern]),
  }
}
