import { systemDb } from '#kernel/system'
import { whereWords } from '#lib/french/search_words'
import { tenantOf, type Tenant } from '#kernel/tenant'
import { isUuid } from '#lib/values'
import { MemberNotFound } from '#console/provisioning/errors'

const PAGE = 50

export interface MembersPage {
  members: Tenant[]
  total: number
  /** What `after` of the next page is, or null on the last. */
  next: string | null
}

/** A page of members in the order of their names; `after` is the cursor of the page before. */
export async function listMembers(words: string, after: string | null): Promise<MembersPage> {
  const search = systemDb().from('kernel.tenants')
  const digits = words.replace(/\s/g, '')
  if (/^\d{9}$/.test(digits)) search.where('siren', digits)
  else whereWords(search, ['name', 'slug'], words)
  const [{ count }] = await search.clone().count('* as count')
  const from = readCursor(after)
  if (from) search.whereRaw('(name, id) > (?, ?::uuid)', from)
  const rows = await search
    .orderBy('name')
    .orderBy('id')
    .limit(PAGE + 1)
  const members = rows.slice(0, PAGE).map(tenantOf)
  const last = members.at(-1)
  return { members, total: Number(count), next: rows.length > PAGE ? cursorAt(last!) : null }
}

const cursorAt = ({ name, id }: Tenant) =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url')

/** Where the page before ended; null when the address was mangled: the list starts again. */
function readCursor(after: string | null): [string, string] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(String(after), 'base64url').toString())
    if (!Array.isArray(read) || typeof read[0] !== 'string' || !isUuid(read[1])) return null
    return [read[0], read[1]]
  } catch {
    return null // not one of ours
  }
}

/** A member by its identifier, as it is now; throws E_MEMBER_UNKNOWN. */
export async function memberOf(id: string): Promise<Tenant> {
  const row = isUuid(id) ? await systemDb().from('kernel.tenants').where('id', id).first() : null
  if (!row) throw new MemberNotFound()
  return tenantOf(row)
}
