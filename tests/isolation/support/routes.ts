import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { tenancy } from '#kernel/tenancy'
import { allRoutes, type RouteFacts } from '#tests/architecture/support/routes'
import type { BuildWorld, World } from '../world.js'

const WORLDS = join(import.meta.dirname, '..', 'worlds')

/** What the rooms of `tests/isolation/worlds`, or some of them, put in a tenant, for a person of it. */
export async function buildWorlds(
  tenantId: string,
  personId: string,
  rooms: string[] = everyWorld()
): Promise<World> {
  const whole: Required<World> = { routes: {}, bodies: {}, granted: [], secrets: [], forms: [] }
  for (const room of rooms) {
    const { default: build }: { default: BuildWorld } = await import(join(WORLDS, `${room}.ts`))
    const world = await tenancy.run(tenantId, () => build(tenantId, personId))
    Object.assign(whole.routes, world.routes)
    Object.assign(whole.bodies, world.bodies)
    whole.granted.push(...(world.granted ?? []))
    whole.secrets.push(...world.secrets)
    whole.forms.push(...(world.forms ?? []))
  }
  return whole
}

/** The rooms that put something in a tenant. */
export const everyWorld = (): string[] =>
  readdirSync(WORLDS)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))

const guardedBy = (name: string) => (route: RouteFacts) =>
  route.guards.some((guard) => guard.name === name)

export const tenantRoutes = () => allRoutes().filter(guardedBy('tenant'))
export const publicTenantRoutes = () => allRoutes().filter(guardedBy('publicTenant'))
export const operatorRoutes = () => allRoutes().filter(guardedBy('operator'))

/** What a pattern takes that names no object of anybody. */
const CHOICES: Record<string, string> = { format: 'csv', kind: 'blason', year: '2026' }

/** The parameters of a pattern that name an object: all but the tenant's slug and a choice. */
export const paramsOf = ({ pattern }: RouteFacts): string[] =>
  [...pattern.matchAll(/:(\w+)/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'tenant' && !(name in CHOICES))

/** The values that a world gives to the parameters of a route; the longest beginning of its name wins. */
export function valuesFor(route: RouteFacts, world: World): Record<string, string> {
  const beginnings = Object.keys(world.routes)
    .filter((beginning) => route.name.startsWith(beginning))
    .sort((one, other) => one.length - other.length)
  return Object.assign({}, ...beginnings.map((beginning) => world.routes[beginning]))
}

/** The routes that no world knows how to call. */
export const unknownTo = (world: World, routes: RouteFacts[]): string[] =>
  routes.flatMap((route) =>
    paramsOf(route)
      .filter((name) => !(name in valuesFor(route, world)))
      .map((name) => `${route.name} (${route.pattern}): no world gives its :${name}`)
  )

/** The URL of a route under a slug. */
export const urlOf = (route: RouteFacts, slug: string, values: Record<string, string>): string =>
  route.pattern.replace(/:(\w+)\??/g, (_, name) =>
    name === 'tenant' ? slug : encodeURIComponent(values[name] ?? CHOICES[name] ?? '')
  )
