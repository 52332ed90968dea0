import { urlFor } from '@adonisjs/core/services/url_builder'
import type { RoutesList } from '@adonisjs/core/types/http'

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
  const find = urlFor as (name: string, params: object) => string
  return find(name, { ...params, tenant: tenant.slug })
}
