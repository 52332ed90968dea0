import { isUuid } from '#lib/values'

/** Where a page ended: what ordered its last line, and which line it was. */
export interface ListCursor {
  /** null where the identifiers alone order the list. */
  key: string | null
  id: string
}

/** As an address carries it: an identifier, or both in one word. */
export function writeListCursor({ key, id }: ListCursor): string {
  return key === null ? id : Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** What an address carries; null when it is not of this order, or none of ours: the list begins. */
export function readListCursor(typed: unknown, isSorted: boolean): ListCursor | null {
  if (!isSorted) return isUuid(typed) ? { key: null, id: typed } : null
  try {
    const read: unknown = JSON.parse(Buffer.from(String(typed), 'base64url').toString())
    if (!Array.isArray(read) || typeof read[0] !== 'string' || !isUuid(read[1])) return null
    return { key: read[0], id: read[1] }
  } catch {
    return null // not one of ours
  }
}
