import type { RoutesList } from '@adonisjs/core/types/http'
import { addressOf } from './address_of.js'

type Routes = RoutesList['ALL']

/** The parameters of a route of a member: the member itself, then what the address names. */
type Params<Name extends keyof Routes> = Routes[Name] extends { params: infer P }
  ? { tenant: { slug: string } } & Omit<P, 'tenant'>
  : never

/**
 * The address of a page of a member, by the name of its route: a path that is renamed is renamed
 * everywhere. `here('<room>.things.show', { tenant, id })`; a name that no route bears does not
 * compile.
 */
export function here<Name extends keyof Routes>(
  name: Name,
  { tenant, ...params }: Params<Name>
): string {
  return addressOf(name, { ...params, tenant: tenant.slug })
}
