import { BadCall } from './errors.js'

/** One condition of a list: a lock held, or an ETag. */
export interface Condition {
  isNot: boolean
  token?: string
  etag?: string
}

/** A list whose conditions all hold, of the address that is asked or of another. */
export interface ConditionList {
  resource: string | null
  conditions: Condition[]
}

const PIECE = /\s*(?:<([^>]*)>|(\()|(\))|(Not)(?=[\s<[])|\[((?:W\/)?"[^"]*")\])/giy

/** Reads the header `If` (RFC 4918 §10.4). Throws 400. */
export function readIf(header: string | undefined): ConditionList[] {
  if (header === undefined) return []
  const lists: ConditionList[] = []
  let [resource, list, isNot]: [string | null, Condition[] | null, boolean] = [null, null, false]
  PIECE.lastIndex = 0
  const text = header.trim()
  while (PIECE.lastIndex < text.length) {
    const found = PIECE.exec(text)
    if (!found) throw BadCall()
    const [, coded, opens, closes, not, etag] = found
    if (opens && !list) list = []
    else if (closes && list?.length) {
      lists.push({ resource, conditions: list })
      list = null
    } else if (not && list) isNot = true
    else if (etag && list) [isNot] = [push(list, { isNot, etag })]
    else if (coded !== undefined && list) [isNot] = [push(list, { isNot, token: coded })]
    else if (coded !== undefined) resource = coded
    else throw BadCall()
  }
  if (list || lists.length === 0) throw BadCall()
  return lists
}

function push(list: Condition[], condition: Condition): false {
  list.push(condition)
  return false
}

/** The tokens that a header submits, wherever they stand. */
export const tokensIn = (lists: ConditionList[]): Set<string> =>
  new Set(lists.flatMap(({ conditions }) => conditions.flatMap(({ token }) => token ?? [])))
