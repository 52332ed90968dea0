import { tenancy } from '#kernel/tenancy'
import { allRooms } from '#kernel/room'

/** Where words are looked for: the kind of things, and as whom. */
export interface Scope {
  kind: string
  /** Among what everybody may find; otherwise among what `allows` lets one find. */
  isPublic?: boolean
  allows?: (permission: string) => boolean
  /** What one may find, where that is no permission of a room: rights of their own, as a folder has. */
  permissions?: string[]
}

const MOST_VOCABULARY = 50_000

/** What the words of a tenant stand behind in the index, so that its postings are its own. */
export const shelfOf = (tenantId: string): string => tenantId.slice(-SHELF_SIGNS)

export const SHELF_SIGNS = 8

/**
 * The identifiers of the things that answer to a query, the last made first, as SQL that stands
 * where a table does: one's rights are part of the query, never a filter after it.
 */
export function thingsOf(scope: Scope, tsquery: string, most: number | null) {
  const { kind, isPublic = false } = scope
  return {
    sql: 'kernel.search_things(?, ?, ?::text[], ?::tsquery, ?::integer)',
    bindings: [kind, isPublic, permissionsOf(scope), tsquery, most],
  }
}

/** Things among which the best are looked for, the last made first: a word may be in all of them. */
export const MOST_RANKED = 2_000

/**
 * The best of the last made that answer, as rows of (id, score, total) that stand where a table does,
 * best first, `wanted` of them; `total` is how many answer, up to `counted`. All its values are plain
 * (`inOneExchange`): what was typed is in hexadecimal.
 */
export function rankedOf(scope: Scope, tsquery: string, wanted: number, counted = 0) {
  const { kind, isPublic = false } = scope
  return {
    sql: `kernel.search_ranked(?, ?, ?::text[], convert_from(decode(?, 'hex'), 'UTF8')::tsquery,
      ${MOST_RANKED}, ?::integer, ?::integer)`,
    bindings: [kind, isPublic, permissionsOf(scope), inHex(tsquery), wanted, counted],
  }
}

export const inHex = (text: string): string => Buffer.from(text).toString('hex')

/** Those without which one may not find a thing; null when none is asked. */
function permissionsOf({ isPublic, allows, permissions }: Scope): string[] | null {
  if (permissions) return permissions
  if (isPublic || !allows) return null
  const all = allRooms().flatMap(({ permissions }) => Object.keys(permissions))
  return all.filter((permission) => allows(permission))
}

export async function answersTo(scope: Scope, tsquery: string): Promise<boolean> {
  const { sql, bindings } = thingsOf(scope, tsquery, 1)
  const { rowCount } = await tenancy.trx().rawQuery(`select from ${sql}`, bindings as any)
  return rowCount > 0
}

/**
 * The words among which one that is misspelt by `reach` letters is looked for, in the last `entries`
 * that were made: of about its length,
 * and of which one of the first two letters is one of its own first: `lebihan` is told from `bihan`.
 */
export async function vocabularyOf(
  scope: Scope,
  term: string,
  reach: number,
  entries: number
): Promise<string[]> {
  const column = scope.isPublic ? 'public_vocabulary' : 'vocabulary'
  const permissions = permissionsOf(scope)
  const first = [...term.slice(0, 2 + reach)]
  const { rows } = await tenancy.trx().rawQuery(
    `select distinct word from
       (select ${column} as held from kernel.search_entries where tenant_id = ? and kind = ?
          ${scope.isPublic ? 'and public_words is not null' : ''}
          ${permissions ? 'and permission = any(?)' : ''}
        order by thing_id desc limit ?) as entries,
       unnest(held) as word
       where length(word) between ? and ? 
         and (left(word, 1) = any(?) or substr(word, 2, 1) = any(?)) limit ?`,
    [
      ...[tenancy.tenantId(), scope.kind, ...(permissions ? [permissions] : [])],
      ...[entries, term.length - reach, term.length + reach],
      ...[first, first, MOST_VOCABULARY],
    ] as any
  )
  return rows.map(({ word }: { word: string }) => word)
}
