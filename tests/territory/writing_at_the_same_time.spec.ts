import type { ApiClient } from '@japa/api-client'
import type User from '#kernel/people/user'
import Draft from '#app/territory/models/draft'
import Fiche from '#app/territory/models/fiche'
import { fillIn, seenIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval
const part = (code: string) => `${world.base}/fiches/${world.piloted}/parties/${code}`
const sections = async () => (await inLandreval(world, () => Fiche.get(world.piloted))).sections
const send = (client: ApiClient, who: User, page: string, typed: Record<string, unknown>) =>
  client.put(page).loginAs(who).withCsrfToken().header('referer', page).json(typed).redirects(0)
const drafts = () =>
  inLandreval(world, () => Draft.query().whereLike('form', `fiche:${world.piloted}%`))

test.group('two people at one sheet', (group) => {
  group.each.setup(async () => {
    world = await landreval()
  })

  test('at the same text: the second is told, and keeps her words beside the other’s', async ({
    client,
    assert,
  }) => {
    const { lead, contributor } = world
    const hers = await seenIn(client, contributor, part('objectifs'))
    await fillIn(client, lead, part('objectifs'), { text: 'Ce que dit Nolwenn.' })
    const late = await send(client, contributor, part('objectifs'), {
      seen: hers,
      text: 'Ce que dit Maëlle.',
    })
    assert.equal(late.header('location'), part('objectifs'))
    assert.equal((await sections()).objectifs, 'Ce que dit Nolwenn.')
    const told = (await client.get(part('objectifs')).loginAs(contributor)).text()
    assert.include(told, 'Nolwenn Riou a enregistré cette partie')
    assert.include(told, 'Ce que dit Nolwenn.')
    assert.include(told, 'Ce que dit Maëlle.')
  })

  test('she may then record hers, knowing what it replaces', async ({ client, assert }) => {
    const { lead, contributor } = world
    const hers = await seenIn(client, contributor, part('objectifs'))
    await fillIn(client, lead, part('objectifs'), { text: 'Ce que dit Nolwenn.' })
    await send(client, contributor, part('objectifs'), { seen: hers, text: 'Les deux.' })
    await fillIn(client, contributor, part('objectifs'), { text: 'Les deux.' })
    assert.equal((await sections()).objectifs, 'Les deux.')
    assert.lengthOf(await drafts(), 0)
  })

  test('at two texts: they never meet', async ({ client, assert }) => {
    const { lead, contributor } = world
    const seen = await seenIn(client, contributor, part('moyens'))
    await fillIn(client, lead, part('risques'), { text: 'Les risques.' })
    await send(client, contributor, part('moyens'), { seen, text: 'Les moyens.' })
    const { moyens, risques } = await sections()
    assert.deepEqual([moyens, risques], ['Les moyens.', 'Les risques.'])
  })

  test('in the same instant: one is recorded, the other kept', async ({ client, assert }) => {
    const { lead, contributor } = world
    const seen = await seenIn(client, lead, part('objectifs'))
    await Promise.all([
      send(client, lead, part('objectifs'), { seen, text: 'Nolwenn' }),
      send(client, contributor, part('objectifs'), { seen, text: 'Maëlle' }),
    ])
    const recorded = (await sections()).objectifs!
    const [kept, ...others] = await drafts()
    assert.lengthOf(others, 0)
    assert.sameMembers([recorded, kept.content.text], ['Nolwenn', 'Maëlle'])
  })

  test('a form that does not say what it has seen replaces nothing', async ({ client, assert }) => {
    const before = (await sections()).objectifs
    const answer = await client
      .put(part('objectifs'))
      .loginAs(world.lead)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ text: 'À l’aveugle' })
    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_FORM_OVERTAKEN')
    assert.equal((await sections()).objectifs, before)
  })

  test('the values of a year are watched too', async ({ client, assert }) => {
    const page = `${world.base}/fiches/${world.piloted}/valeurs/2025`
    const { indicators } = await inLandreval(world, () => Fiche.get(world.piloted))
    const seen = await seenIn(client, world.contributor, page)
    const values = (value: string) => ({ values: { [indicators[0].id]: { value } } })
    await fillIn(client, world.lead, page, values('21'))
    await send(client, world.contributor, page, { seen, ...values('22') })
    const told = (await client.get(page).loginAs(world.contributor)).text()
    assert.include(told, 'Nolwenn Riou a enregistré cette partie')
    assert.include(told, 'value="22"')
  })
})

test.group('a draft', (group) => {
  group.each.setup(async () => {
    world = await landreval()
  })
  const keep = (client: ApiClient, text: string) =>
    fillIn(client, world.contributor, part('objectifs'), { text, brouillon: 'garder' })

  test('is kept without recording anything, and comes back to its author alone', async ({
    client,
    assert,
  }) => {
    const before = (await sections()).objectifs
    await keep(client, 'Une phrase commenc')
    assert.equal((await sections()).objectifs, before)
    const hers = await client.get(part('objectifs')).loginAs(world.contributor)
    assert.include(hers.text(), 'Une phrase commenc')
    assert.include(hers.text(), 'Ceci est votre brouillon')
    const his = await client.get(part('objectifs')).loginAs(world.lead)
    assert.notInclude(his.text(), 'Une phrase commenc')
  })

  test('needs not be complete, nor right', async ({ client, assert }) => {
    const costs = [{ label: 'B', min: 'cinq', max: '', currency: 'EUR', per: 'once' }]
    const saved = await fillIn(
      client,
      world.contributor,
      part('budget'),
      { costs, funding: [], brouillon: 'garder' },
      { accept: 'application/json' }
    )
    saved.assertStatus(204)
    const page = await client.get(part('budget')).loginAs(world.contributor)
    assert.include(page.text(), 'value="cinq"')
  })

  test('is forgotten at will, and once it is recorded', async ({ client, assert }) => {
    await keep(client, 'Une phrase')
    await fillIn(client, world.contributor, part('objectifs'), { brouillon: 'oublier' })
    assert.lengthOf(await drafts(), 0)
    await keep(client, 'Une phrase')
    await fillIn(client, world.contributor, part('objectifs'), { text: 'Une phrase.' })
    assert.lengthOf(await drafts(), 0)
  })

  test('that arrives after the recording does not come back', async ({ client, assert }) => {
    const seen = await seenIn(client, world.contributor, part('objectifs'))
    await send(client, world.contributor, part('objectifs'), { seen, text: 'La phrase.' })
    await send(client, world.contributor, part('objectifs'), {
      seen,
      text: 'La phrase.',
      brouillon: 'garder',
    })
    assert.lengthOf(await drafts(), 0)
  })

  test('of a sheet that is not hers is refused', async ({ client }) => {
    const answer = await client
      .put(`${world.base}/fiches/${world.other}/parties/objectifs`)
      .loginAs(world.contributor)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ text: 'Pirate', brouillon: 'garder' })
    answer.assertStatus(403)
  })

  test('too long to be kept is refused with a way out', async ({ client, assert }) => {
    const answer = await fillIn(
      client,
      world.contributor,
      part('objectifs'),
      { text: 'a'.repeat(120_000), brouillon: 'garder' },
      { accept: 'application/json' }
    )
    answer.assertStatus(413)
    assert.equal(answer.body().code, 'E_DRAFT_TOO_LONG')
  })
})
