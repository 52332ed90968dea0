import type { ApiClient, ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import { allRoles } from '#kernel/room'
import type User from '#kernel/people/user'
import type { RouteFacts } from '#tests/architecture/support/routes'
import { person, place } from '#tests/world/world'
import {
  buildWorlds,
  operatorRoutes,
  paramsOf,
  publicTenantRoutes,
  tenantRoutes,
  unknownTo,
  urlOf,
  valuesFor,
} from './support/routes.js'
import { digestOf } from './support/rows.js'
import type { World } from './world.js'

const MINE = 'kervalan'
const HERS = 'saint-orven'

type Call = { method: string; url: string; body?: Record<string, unknown> }

/** Calls as somebody who holds every role at home, and nothing next door. */
async function call(
  client: ApiClient,
  who: User | null,
  { method, url, body = {} }: Call
): Promise<ApiResponse> {
  const request = client.request(url, method).accept('json').redirects(0)
  if (who) request.loginAs(who)
  return method === 'GET' ? request : request.withCsrfToken().json(body)
}

const callsOf = (routes: RouteFacts[], slug: string, world: World) =>
  routes.flatMap((route) =>
    route.methods
      .filter((method) => method !== 'HEAD')
      .map((method) => ({
        route: route.name,
        method,
        url: urlOf(route, slug, valuesFor(route, world)),
        body: world.bodies?.[route.name],
      }))
  )

test.group('The pages of another tenant', (group) => {
  let theirWorld: World
  let theirTenant: string
  let myTenant: string
  let me: User
  let before: Record<string, string>
  group.setup(async () => {
    myTenant = (await place(MINE)).id
    theirTenant = (await place(HERS)).id
    me = await person('Azilis Morvan', { [MINE]: allRoles() })
    const she = await person('Gwenola Le Bris', { [HERS]: ['agent'] })
    theirWorld = await buildWorlds(theirTenant, she.id)
    before = await digestOf(theirTenant)
  })

  /** Whoever answers must say 404, and nothing that the neighbour holds. */
  async function reproaches(
    client: ApiClient,
    who: User | null,
    calls: (Call & { route: string })[],
    allowed = [404]
  ) {
    const said: string[] = []
    for (const one of calls) {
      const answer = await call(client, who, one)
      if (!allowed.includes(answer.status()))
        said.push(`${one.method} ${one.url} (${one.route}): ${answer.status()}`)
      const text = answer.text() ?? ''
      const leaked = theirWorld.secrets.filter((secret) => text.includes(secret))
      if (leaked.length > 0)
        said.push(`${one.method} ${one.url} (${one.route}): it shows ${leaked.join(', ')}`)
    }
    return said
  }

  test('a page that answers is seen, and so is a secret that it shows', async ({
    assert,
    client,
  }) => {
    const planted = [{ route: 'planted', method: 'GET', url: '/health/live' }]
    assert.match((await reproaches(client, me, planted)).join(), /\(planted\): 200/)
    theirWorld.secrets.push('"ok"')
    assert.match((await reproaches(client, me, planted, [200])).join(), /it shows "ok"/)
    theirWorld.secrets.pop()
  })

  test('the world knows how to call every page that names an object', ({ assert }) => {
    assert.deepEqual(unknownTo(theirWorld, [...tenantRoutes(), ...publicTenantRoutes()]), [])
  })

  test('under her slug, nothing exists for us', async ({ assert, client }) => {
    assert.deepEqual(await reproaches(client, me, callsOf(tenantRoutes(), HERS, theirWorld)), [])
    assert.deepEqual(await digestOf(theirTenant), before)
  })

  test('under our slug, her objects do not exist', async ({ assert, client }) => {
    const mine = await digestOf(myTenant)
    const naming = tenantRoutes().filter((route) => paramsOf(route).length > 0)
    assert.deepEqual(await reproaches(client, me, callsOf(naming, MINE, theirWorld)), [])
    assert.deepEqual(await digestOf(theirTenant), before)
    assert.deepEqual(await digestOf(myTenant), mine)
  })

  test('under our public pages, her objects do not exist', async ({ assert, client }) => {
    const naming = publicTenantRoutes().filter((route) => paramsOf(route).length > 0)
    assert.deepEqual(await reproaches(client, null, callsOf(naming, MINE, theirWorld)), [])
    assert.deepEqual(await digestOf(theirTenant), before)
  })

  test('our own lists show nothing of hers', async ({ assert, client }) => {
    const lists = tenantRoutes().filter(
      (route) => paramsOf(route).length === 0 && route.methods.includes('GET')
    )
    // 403: what is given to the holders of a key alone, and she is none
    const silent = [200, 204, 302, 403, 404]
    assert.deepEqual(await reproaches(client, me, callsOf(lists, MINE, theirWorld), silent), [])
  })

  test('a form of ours that names her objects is refused', async ({ assert, client }) => {
    const routes = tenantRoutes()
    const calls = (theirWorld.forms ?? []).map(({ route: name, params = {}, body }) => {
      const route = routes.find((one) => one.name === name)
      if (!route) throw new Error(`No route is named ${name}`)
      const method = route.methods.find((one) => one !== 'HEAD')!
      return { route: name, method, url: urlOf(route, MINE, params), body }
    })
    const mine = await digestOf(myTenant)
    assert.deepEqual(await reproaches(client, me, calls, [403, 404, 409, 422]), [])
    assert.deepEqual(await digestOf(theirTenant), before)
    assert.deepEqual(await digestOf(myTenant), mine)
  })

  test('the console of the operator does not exist for an agent', async ({ assert, client }) => {
    const calls = callsOf(operatorRoutes(), MINE, theirWorld)
    assert.deepEqual(await reproaches(client, me, calls), [])
  })

  test('without a login, no page of a tenant answers', async ({ assert, client }) => {
    assert.deepEqual(
      await reproaches(client, null, callsOf(tenantRoutes(), HERS, theirWorld), [401]),
      []
    )
    assert.deepEqual(await digestOf(theirTenant), before)
  })
})
