import { tenants, type Tenant } from '#kernel/tenant'
import { townCalled } from '#lib/french/search/towns'

/** The member of a SIREN, a short address or a name, however it is written; null when there is none. */
export async function memberCalled(written: string): Promise<Tenant | null> {
  const members = (await tenants.all()).filter(({ state }) => state === 'active')
  const digits = written.replace(/\s/g, '')
  const named = members.find(({ siren, slug }) => siren === digits || slug === written)
  return named ?? townCalled(members, written) ?? null
}
