import { systemDb } from '#kernel/system'
import { findTowns, knownTown } from '#lib/french/search/towns'
import { allWordsIn } from '#lib/french/search/normalise'
import { tenantOf, type Tenant } from '#kernel/tenant'
import { isUuid } from '#lib/values'
import { MemberNotFound } from '#console/provisioning/errors'

/**
 * The members that answer to a name, an address or a SIREN, misspelt when nothing else answers, as a
 * condition on `tenants`. Their names are read and compared here: a few thousand need no index.
 */
export async function membersCalled(typed: string) {
  const rows = await systemDb().from('kernel.tenants').select('id', 'name', 'slug', 'siren')
  const towns = rows.map(({ id, name, slug, siren }) => {
    const town = knownTown({ name, slug, siren, postalCode: null })
    return { ...town, id: id as string, words: [...town.words, ...allWordsIn(slug)] }
  })
  const ids = findTowns(towns, typed).map(({ id }) => id)
  return { sql: 'tenants.id = any(?::uuid[])', bindings: [ids] as unknown[] }
}

/** A member by its identifier, as it is now; throws E_MEMBER_UNKNOWN. */
export async function memberOf(id: string): Promise<Tenant> {
  const row = isUuid(id) ? await systemDb().from('kernel.tenants').where('id', id).first() : null
  if (!row) throw new MemberNotFound()
  return tenantOf(row)
}
