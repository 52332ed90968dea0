import { systemDb } from '#kernel/system'
import { tenantOf, type Tenant } from '#kernel/tenant'
import { isUuid } from '#kernel/values'
import { MemberNotFound } from '#kernel/provisioning/errors'

const PAGE = 50

export interface MembersPage {
  members: Tenant[]
  total: number
  /** What `after` of the next page is, or null on the last. */
  next: string | null
}

const escapeLike = (words: string) => words.replace(/[\\%_]/g, '\\$&')

/** A page of members in the order of their names; `after` is the cursor of the page before. */
export async function listMembers(words: string, after: string | null): Promise<MembersPage> {
  const search = systemDb().from('kernel.tenants')
  if (words) {
    const like = `%${escapeLike(words)}%`
    const digits = words.replace(/\s/g, '')
    search.where((either) =>
      either.whereILike('name', like).orWhereILike('slug', like).orWhere('siren', digits)
    )
  }
  const [{ count }] = await search.clone().count('* as count')
  const [name, id] = cursorIn(after)
  if (name && isUuid(id)) search.whereRaw('(name, id) > (?, ?::uuid)', [name, id])
  const rows = await search
    .orderBy('name')
    .orderBy('id')
    .limit(PAGE + 1)
  const members = rows.slice(0, PAGE).map(tenantOf)
  const last = members.at(-1)
  const cursor = last && Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url')
  return { members, total: Number(count), next: rows.length > PAGE ? cursor! : null }
}

/** Where the page before ended; nothing when the address was made up: the first page is shown. */
function cursorIn(after: string | null): string[] {
  try {
    const read = JSON.parse(Buffer.from(String(after), 'base64url').toString())
    return Array.isArray(read) && read.every((part) => typeof part === 'string') ? read : []
  } catch {
    return [] // not one of ours
  }
}

/** A member by its identifier, as it is now; throws E_MEMBER_UNKNOWN. */
export async function memberOf(id: string): Promise<Tenant> {
  const row = isUuid(id) ? await systemDb().from('kernel.tenants').where('id', id).first() : null
  if (!row) throw new MemberNotFound()
  return tenantOf(row)
}
