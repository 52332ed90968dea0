import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { allRoles } from '#kernel/room'
import type User from '#kernel/people/user'
import type { RouteFacts } from '#tests/architecture/support/routes'
import { person, place } from '#tests/world/world'
import {
  buildWorlds,
  everyWorld,
  paramsOf,
  publicTenantRoutes,
  tenantRoutes,
  urlOf,
  valuesFor,
} from './support/routes.js'
import type { World } from './world.js'

const HERS = 'saint-orven'
/** What somebody reads who may not, or for whom nothing is there; a breakdown shows no more. */
const REFUSED = [401, 403, 404]

/** The objects that are refused to others are there for her: else a 404 told to others proves nothing. */
test.group('Her own pages', (group) => {
  let tenant: string
  let she: User
  group.setup(async () => {
    tenant = (await place(HERS)).id
    she = await person('Gwenola Le Bris', { [HERS]: allRoles() })
  })

  const build = (rooms = everyWorld()) => buildWorlds(tenant, she.id, rooms)
  const methodOf = ({ methods }: RouteFacts) => methods.find((one) => one !== 'HEAD')!
  const naming = (method: RegExp) =>
    tenantRoutes().filter((one) => paramsOf(one).length > 0 && method.test(methodOf(one)))

  /** What a route answers to her, when it does as if its object were not there. */
  async function missing(client: ApiClient, route: RouteFacts, world: World, who: User | null) {
    const method = methodOf(route)
    const url = urlOf(route, HERS, valuesFor(route, world))
    const request = client.request(url, method).accept('json').redirects(0)
    if (who) request.loginAs(who)
    const body = world.bodies?.[route.name] ?? {}
    const answer = await (method === 'GET' ? request : request.withCsrfToken().json(body))
    const status = answer.status()
    const said = `${method} ${url} (${route.name}): ${status} ${answer.body()?.code ?? ''}`
    return REFUSED.includes(status) || status === 500 ? [said] : []
  }

  test('an object that is not there is seen', async ({ assert, client }) => {
    const world = await build()
    const [route] = naming(/GET/)
    for (const values of Object.values(world.routes))
      for (const name of Object.keys(values)) values[name] = '01930000-0000-7000-8000-000000000000'
    assert.lengthOf(await missing(client, route, world, she), 1)
  })

  test('show each object to her, and to everybody what is public', async ({ assert, client }) => {
    const world = await build()
    const missed: string[] = []
    for (const route of naming(/GET/)) missed.push(...(await missing(client, route, world, she)))
    const isGranted = ({ name }: RouteFacts) =>
      world.granted!.some((beginning) => name.startsWith(beginning))
    const open = publicTenantRoutes().filter((one) => paramsOf(one).length > 0 && !isGranted(one))
    for (const route of open) {
      missed.push(...(await missing(client, route, world, null)))
    }
    assert.deepEqual(missed, [])
  })

  test('are kept by no cache, her files no more than her pages', async ({ assert, client }) => {
    const world = await build()
    const kept: string[] = []
    for (const route of naming(/GET/)) {
      const url = urlOf(route, HERS, valuesFor(route, world))
      const answer = await client.get(url).loginAs(she).redirects(0)
      const told = answer.header('cache-control') ?? ''
      if (!/no-store/.test(told)) kept.push(`${url} (${route.name}): ${told}`)
    }
    assert.deepEqual(kept, [])
  })

  test('take each of her gestures for one on an object of hers', async ({ assert, client }) => {
    const missed: string[] = []
    for (const route of naming(/POST|PUT|PATCH|DELETE/)) {
      const [room] = route.name.split('.')
      // A gesture may take away what the next one needs: each has an object of its own.
      const world = await build([everyWorld().includes(room) ? room : 'kernel'])
      missed.push(...(await missing(client, route, world, she)))
    }
    assert.deepEqual(missed, [])
  })
})
