import { test } from '@japa/runner'
import { allRoles } from '#kernel/room'
import type User from '#kernel/people/user'
import { readToken, writeToken } from '#identity/tokens/token_value'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'
import { buildWorlds } from './support/routes.js'
import { ask, everyOperation, paramsIn, said, valuesOf, type Asked } from './support/operations.js'
import { digestOf } from './support/rows.js'
import type { World } from './world.js'

const MINE = 'kervalan'
const HERS = 'saint-orven'
/** What a token leaves of each call: when it served, and what it was answered. */
const TRACES = ['kernel.api_tokens', 'kernel.api_answers']

async function stateOf(tenantId: string) {
  const digests = await digestOf(tenantId)
  for (const table of TRACES) delete digests[table]
  return digests
}

test.group('The programs of two members', (group) => {
  let theirs: string
  let mine: string
  let me: User
  let she: User
  let world: World
  group.setup(async () => {
    mine = (await place(MINE)).id
    theirs = (await place(HERS)).id
    me = await person('Azilis Morvan', { [MINE]: allRoles() })
    she = await person('Gwenola Le Bris', { [HERS]: allRoles() })
    world = await buildWorlds(theirs, she.id)
  })

  /** What is wrong in what a foreign token is answered. */
  async function reproach(program: Program, asked: Asked, allowed: number[]): Promise<string[]> {
    const { status, text } = await ask(program, asked, world)
    const leaked = world.secrets.filter((secret) => text.includes(secret))
    return [
      ...(allowed.includes(status) ? [] : [`${said(asked)}: ${status} ${text.slice(0, 200)}`]),
      ...(leaked.length > 0 ? [`${said(asked)}: it shows ${leaked.join(', ')}`] : []),
    ]
  }

  test('a world knows how to ask every operation that names an object', ({ assert }) => {
    const unknown = everyOperation().filter((asked) =>
      paramsIn(asked).some((name) => !(name in valuesOf(asked, world)))
    )
    assert.deepEqual(unknown.map(said), [])
  })

  test('her objects do not exist for my token, whatever it asks', async ({ assert }) => {
    const program = Program.bearing(await tokenOf(me, MINE))
    const [before, own] = [await stateOf(theirs), await stateOf(mine)]
    const wrong: string[] = []
    for (const asked of everyOperation().filter((one) => paramsIn(one).length > 0))
      wrong.push(...(await reproach(program, asked, [404])))
    assert.deepEqual(wrong, [])
    assert.deepEqual(await stateOf(theirs), before)
    assert.deepEqual(await stateOf(mine), own)
  })

  test('my lists show nothing of hers, and what I create is mine', async ({ assert }) => {
    const program = Program.bearing(await tokenOf(me, MINE))
    const before = await stateOf(theirs)
    const wrong: string[] = []
    for (const asked of everyOperation().filter((one) => paramsIn(one).length === 0))
      wrong.push(...(await reproach(program, asked, [200, 201, 202, 204, 409, 412, 422])))
    assert.deepEqual(wrong, [])
    assert.deepEqual(await stateOf(theirs), before)
  })

  test('a token that names her instead of me opens neither', async ({ assert }) => {
    const parts = readToken(await tokenOf(me, MINE))!
    const program = Program.bearing(writeToken({ ...parts, tenantId: theirs }))
    const wrong: string[] = []
    for (const asked of everyOperation().slice(0, 8))
      wrong.push(...(await reproach(program, asked, [401])))
    assert.deepEqual(wrong, [])
  })

  test('a person of both has in each what its token is of', async ({ assert }) => {
    const both = await person('Nolwenn Riou', { [MINE]: ['agent'], [HERS]: ['agent'] })
    const tenantOf = async (slug: typeof MINE | typeof HERS) =>
      (await Program.bearing(await tokenOf(both, slug)).get('/api/v1/moi')).body.tenant.slug
    assert.equal(await tenantOf(MINE), MINE)
    assert.equal(await tenantOf(HERS), HERS)
  })

  test('without a token, or with a scope less, nothing is answered', async ({ assert }) => {
    const nobody = new Program(null)
    const narrow = Program.bearing(await tokenOf(she, HERS, { scopes: ['portal.read'] }))
    const before = await stateOf(theirs)
    const wrong: string[] = []
    for (const asked of everyOperation()) {
      wrong.push(...(await reproach(nobody, asked, [401])))
      if (asked.operation.permission !== 'portal.read')
        wrong.push(...(await reproach(narrow, asked, [403])))
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(await stateOf(theirs), before)
  })
})
