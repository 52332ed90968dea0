import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import Fiche from '#app/territory/models/fiche'
import FicheRevision from '#app/territory/models/fiche_revision'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'

let world: Landreval
let ids: string[]

const enter = (
  client: ApiClient,
  year: number,
  values: Record<string, Record<string, string>>,
  accept = 'text/html'
) => {
  const page = `${world.base}/fiches/${world.piloted}/valeurs/${year}`
  return fillIn(client, world.contributor, page, { values }, { accept })
}

const valuesOf = (index: number) =>
  inLandreval(world, async () => {
    const fiche = await Fiche.get(world.piloted)
    return fiche.indicators[index].values
      .filter(({ kind }) => kind === 'result')
      .map(({ value, period, source }) => [Number(value), String(period!.to), source])
  })

test.group('the values of a year, in one table', (group) => {
  group.setup(async () => {
    world = await landreval()
    const fiche = await inLandreval(world, () => Fiche.get(world.piloted))
    ids = fiche.indicators.map((indicator) => indicator.id)
  })

  test('are recorded as people write them, a partial count with its last month', async ({
    client,
    assert,
  }) => {
    await enter(client, 2018, {
      [ids[0]]: { value: '21', source: 'Catalogue des démarches' },
      [ids[1]]: { value: '39,000', until: '10' },
    })
    assert.deepEqual(await valuesOf(0), [[21, '2018-12-31', 'Catalogue des démarches']])
    assert.deepEqual(await valuesOf(1), [[39_000, '2018-10-31', null]])
  })

  test('come back in the form and in the plot, the estimate said to be one', async ({
    client,
    assert,
  }) => {
    const page = await client
      .get(`${world.base}/fiches/${world.piloted}/valeurs/2018`)
      .loginAs(world.contributor)
    assert.include(page.text(), 'value="39\u202f000"')
    assert.include(page.text(), '46\u202f800 (estimation)')
    assert.include(page.text(), '<svg class="plot"')
  })

  test('a cell that cannot be read is marked, with its sentence beside it', async ({
    client,
    assert,
  }) => {
    const page = `${world.base}/fiches/${world.piloted}/valeurs/2017`
    const html = (await client.get(page).loginAs(world.contributor)).text()
    const [, seen] = /name="seen" value="([^"]+)"/.exec(html)!
    const told = await client
      .post(`${page}?_method=PUT`)
      .loginAs(world.contributor)
      .withCsrfToken()
      .header('referer', page)
      .form({ seen, [`values[${ids[0]}][value]`]: 'abc' })
    const cells = told.text().match(/<input[^>]*inputmode="decimal"[^>]*>/g)!
    const [wrong, ...others] = [
      ...cells.filter((cell) => cell.includes(ids[0])),
      ...cells.filter((cell) => !cell.includes(ids[0])),
    ]
    assert.include(wrong, 'aria-invalid="true"')
    assert.include(wrong, 'value="abc"')
    const [, described] = /aria-describedby="([^"]+)"/.exec(wrong)!
    assert.match(told.text(), new RegExp(`id="${described}"`))
    for (const cell of others) assert.notInclude(cell, 'aria-invalid')
  })

  test('are replaced by a correction that keeps what was said before', async ({
    client,
    assert,
  }) => {
    await enter(client, 2018, { [ids[0]]: { value: '22', source: '' } })
    assert.deepEqual(await valuesOf(0), [[22, '2018-12-31', null]])
    const revisions = await inLandreval(world, () =>
      FicheRevision.query().where('ficheId', world.piloted).orderBy('id')
    )
    const last = revisions.at(-1)!
    assert.deepEqual([last.before, last.after], ['21, Catalogue des démarches', '22'])
  })

  test('are taken away by an empty box', async ({ client, assert }) => {
    await enter(client, 2018, { [ids[0]]: { value: '' } })
    assert.deepEqual(await valuesOf(0), [])
  })

  test('a line that is not sent stays as it is', async ({ client, assert }) => {
    await enter(client, 2017, { [ids[0]]: { value: '20' } })
    await enter(client, 2017, { [ids[1]]: { value: '46 800' } })
    assert.deepEqual(await valuesOf(0), [[20, '2017-12-31', null]])
    await enter(client, 2017, { [ids[0]]: { value: '' }, [ids[1]]: { value: '' } })
  })

  test('a word instead of a figure is refused at its field, and nothing is recorded', async ({
    client,
    assert,
  }) => {
    const response = await enter(
      client,
      2019,
      { [ids[0]]: { value: '22' }, [ids[1]]: { value: 'beaucoup' }, [ids[2]]: { value: '3,5' } },
      'application/json'
    )
    response.assertStatus(422)
    const { errors } = response.body() as { errors: { field: string }[] }
    assert.deepEqual(
      errors.map(({ field }) => field),
      [`values.${ids[1]}.value`, `values.${ids[2]}.value`]
    )
    assert.deepEqual(await valuesOf(0), [])
  })

  test('a year to come is refused', async ({ client }) => {
    const response = await client
      .put(`${world.base}/fiches/${world.piloted}/valeurs/2090`)
      .loginAs(world.contributor)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ values: {} })
    response.assertStatus(422)
  })

  test('the last value closes the task that waited for the pilot', async ({ client, assert }) => {
    const key = `territory.values:${world.piloted}:2020`
    const waiting = () =>
      inLandreval(world, async () => tenancy.trx().from('kernel.tasks').where({ key }).first())
    await inLandreval(world, () =>
      tasks.open({
        key,
        capability: 'territory',
        title: 'Saisir',
        url: '/',
        personId: world.contributor.id,
      })
    )
    await enter(client, 2020, { [ids[0]]: { value: '22' } })
    assert.exists(await waiting())
    await enter(client, 2020, Object.fromEntries(ids.map((id) => [id, { value: '7' }])))
    assert.notExists(await waiting())
  })
})
