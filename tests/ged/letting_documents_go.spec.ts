import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { setOwnRights } from '#app/ged/access/own_rights'
import { dueDocuments } from '#app/ged/eliminations/due'
import Elimination, { EliminationLine } from '#app/ged/eliminations/elimination'
import { placeHold } from '#app/ged/holds/place_hold'
import Node from '#app/ged/nodes/node'
import { endOfRetention } from '#app/ged/rules/retention_end'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder } from './support/documents.js'

/** Kervalan, its records manager, and documents whose time may be over. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const manager = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
  const base = `/c/${tenant.slug}/ged`
  const sent = (request: ReturnType<ApiClient['post']>, who = manager) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  const made = new Set<string>()
  /** A document kept since some day, for a year, and then destroyed unless said. */
  const kept = (from: string, said: object = {}) =>
    within(async () => {
      const node = await aDocument(`Pièce ${uuidv7()}.txt`, await aFolder(`Dossier ${uuidv7()}`))
      await Node.query()
        .where('id', node.id)
        .update({ retention_from: from, retention_rule: 'P1Y', final_action: 'destroy', ...said })
      made.add(node.id)
      return Node.get(node.id)
    })
  /** Of those that this test made. */
  const dueIds = () =>
    within(async () => {
      const lists = (await Node.query().select('access_id')).map(({ accessId }) => accessId)
      const due = await dueDocuments([...new Set(lists)], { most: 1000 })
      return due.map(({ id }) => id).filter((id) => made.has(id))
    })
  const opened = async () => {
    const answer = await sent(client.post(`${base}/eliminations`))
    return { answer, page: String(answer.header('location')) }
  }
  const outcomes = (page: string) =>
    within(async () => {
      const lines = await EliminationLine.of(page.split('/').at(-1)!)
      return Object.fromEntries(
        lines.filter(({ nodeId }) => made.has(nodeId)).map((line) => [line.nodeId, line.outcome])
      )
    })
  return { tenant, within, manager, base, sent, kept, dueIds, opened, outcomes }
}

const today = () => clock.today().toString()

test.group('What may be destroyed', () => {
  test('is what has passed its time, is to be destroyed, and is held by nothing', async ({
    client,
    assert,
  }) => {
    const { within, kept, dueIds, manager, base } = await scene(client)
    const due = await kept('2020-02-29')
    await kept(today())
    await kept('2020-01-01', { final_action: 'keep' })
    await kept('2020-01-01', { final_action: 'sort' })
    await kept('2020-01-01', { retention_rule: 'longtemps' })
    await kept('2020-01-01', { retention_rule: null })
    const frozen = await kept('2020-01-01')
    await within(async () => placeHold(await Node.get(frozen.parentId!), 'Contentieux', SYSTEM))
    assert.deepEqual(await dueIds(), [due.id])
    const page = await client.get(`${base}/eliminations`).loginAs(manager)
    page.assertTextIncludes(due.title)
    assert.notInclude(page.text(), frozen.title)
    const program = Program.bearing(await tokenOf(manager, 'kervalan'))
    const { body } = await program.get('/api/v1/ged/eliminations/propositions')
    const said = body.items.find(({ id }: { id: string }) => id === due.id)
    assert.containsSubset(said, { until: '2021-02-28', rule: 'P1Y' })
  })

  test('ends on the day that the page of the document says', async ({ client, assert }) => {
    const { within, kept } = await scene(client)
    const cases = [
      ['2020-01-31', 'P1M'],
      ['2020-02-29', 'P1Y'],
      ['2019-08-31', 'P6M'],
      ['2018-12-31', 'P1Y2M3D'],
      ['2019-03-30', 'P11M'],
    ]
    for (const [from, rule] of cases) {
      const node = await kept(from, { retention_rule: rule })
      const [found] = await within(() =>
        dueDocuments([node.accessId], { most: 1, among: [node.id] })
      )
      assert.equal(found.until, endOfRetention(from, rule), `${from} ${rule}`)
    }
  })

  test('goes by the visa of the archives, and not before it', async ({ client, assert }) => {
    const { within, kept, opened, sent, outcomes, dueIds } = await scene(client)
    const [gone, withdrawn, frozen] = [
      await kept('2020-01-01'),
      await kept('2020-01-02'),
      await kept('2020-01-03'),
    ]
    const { answer, page } = await opened()
    answer.assertStatus(302)
    assert.deepEqual(await dueIds(), [])
    assert.isNull((await within(() => Node.get(gone.id))).deletedAt)
    const [line] = await within(() =>
      EliminationLine.query().where('node_id', withdrawn.id).select('id')
    )
    ;(await sent(client.delete(`${page}/lignes/${line.id}`))).assertStatus(302)
    await within(() => placeHold(frozen, 'Recours de décembre', SYSTEM))
    const early = await sent(
      client.post(`${page}/visa`).form({ reference: 'AD 29-4', visaDay: '2020-01-01' })
    )
    early.assertStatus(422)
    assert.include(early.text(), 'avant le bordereau')
    const visa = { reference: 'AD 29-4', visaDay: today() }
    ;(await sent(client.post(`${page}/visa`).form(visa))).assertStatus(302)
    assert.deepEqual(await outcomes(page), { [gone.id]: 'thrown', [frozen.id]: 'kept' })
    const alive = async (node: Node) => !(await within(() => Node.get(node.id))).deletedAt
    assert.deepEqual(
      [await alive(gone), await alive(withdrawn), await alive(frozen)],
      [false, true, true]
    )
    ;(await sent(client.post(`${page}/visa`).form(visa))).assertStatus(409)
    assert.deepEqual(await dueIds(), [withdrawn.id])
  })

  test('is given up without a trace on the documents, and taken to the archives as a file', async ({
    client,
    assert,
  }) => {
    const { within, kept, opened, sent, dueIds, manager } = await scene(client)
    const node = await kept('2020-01-01')
    const { page } = await opened()
    const file = await client.get(`${page}/csv`).loginAs(manager)
    assert.include(file.text(), node.title)
    ;(await sent(client.delete(page))).assertStatus(302)
    assert.deepEqual(await dueIds(), [node.id])
    assert.isNull(await within(() => Elimination.find(page.split('/').at(-1)!)))
  })

  test('is not told by its list to another who may not read where it stands', async ({
    client,
    assert,
  }) => {
    const { within, kept, opened, manager } = await scene(client)
    const node = await kept('2020-01-01')
    const { page } = await opened()
    const other = await person('Erwan Tanguy', { kervalan: ['administrator'] })
    const read = async (path: string, who = other) => (await client.get(path).loginAs(who)).text()
    assert.include(await read(page), node.title)
    await within(async () => setOwnRights(await Node.get(node.parentId!), [], SYSTEM))
    for (const path of [page, `${page}/csv`]) {
      assert.notInclude(await read(path), node.title)
      assert.include(await read(path, manager), node.title)
    }
  })

  test('is proposed by who administers, and only when there is something', async ({ client }) => {
    const { sent, base } = await scene(client)
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    ;(await sent(client.post(`${base}/eliminations`), agent)).assertStatus(403)
    const nobody = await person('Gaël Riou', { landreval: ['administrator'] })
    ;(await sent(client.post('/c/landreval/ged/eliminations'), nobody)).assertStatus(409)
  })
})
