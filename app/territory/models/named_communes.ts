import { tenants } from '#kernel/tenant'
import { townCalled } from '#lib/french/search/towns'

/**
 * The communes of a project as the platform calls those of its members, each once; `unknown` are
 * kept as they were written: a project may associate a commune that is not a member.
 */
export async function namedCommunes(written: string[]) {
  const members = await tenants.all()
  const found = written.map((name) => ({ name, member: townCalled(members, name) }))
  return {
    communes: [...new Set(found.map(({ name, member }) => member?.name ?? name))],
    unknown: found.flatMap(({ name, member }) => (member ? [] : [name])),
  }
}
