import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { journal } from '#kernel/journal'
import { SYSTEM } from '#kernel/actor'
import { uuidv7 } from '#lib/values'
import type User from '#kernel/people/user'
import { setOwnRights } from '#app/ged/access/own_rights'
import { placeHold } from '#app/ged/holds/place_hold'
import Arrival from '#app/ged/inlets/arrival'
import Node from '#app/ged/nodes/node'
import { move } from '#app/ged/nodes/move'
import { clock } from '#kernel/clock'
import DocumentType from '#app/ged/types/document_type'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder } from './support/documents.js'
import { inletOf } from './support/inlets.js'

const BASE = '/c/kervalan/ged'

/** A folder of scans of Kervalan, of which three were filed by hand in « Voirie », and one more comes. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const word = `voi${[...uuidv7().slice(-12)].map((sign) => 'abcdefghijklmnop'[Number.parseInt(sign, 16)]).join('')}`
  const { inlet, folder, within } = await inletOf(tenant, { kind: 'folder', source: word })
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const comes = (number: number) =>
    within(async () => {
      const node = await aDocument(`${word}_00${number}.txt`, folder)
      const yesterday = clock.now().minus({ days: 1 }).toJSDate()
      await Node.query()
        .where('id', node.id)
        .update({ created_at: yesterday, updated_at: yesterday })
      await Arrival.note(inlet.id, { key: uuidv7(), name: node.name }, { nodeId: node.id })
      return Node.get(node.id)
    })
  const { voirie, type } = await within(async () => ({
    voirie: await aFolder('Voirie'),
    type: await DocumentType.query().where('code', 'arrete').firstOrFail(),
  }))
  for (const number of [1, 2, 3]) {
    const node = await comes(number)
    await within(async () => {
      await node.merge({ typeId: type.id, updatedAt: clock.now() }).save()
      await move(await Node.hold(node.id), voirie.within, SYSTEM)
    })
  }
  const sent = (who: User, request: ReturnType<ApiClient['post']>) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  const read = async (path: string, who: User) =>
    (await client.get(`${BASE}/${path}`).loginAs(who)).text().replaceAll(/[\u00a0\u202f]/g, ' ')
  const pageOf = ({ id }: Node, who = agent) => read(`documents/${id}`, who)
  /** The two answers that a page offers. */
  const answersOf = async (node: Node) => {
    const [, key] = /proposition\?key=([0-9a-f]{32})/.exec(await pageOf(node)) ?? []
    return { url: `${BASE}/documents/${node.id}/proposition?key=${key}`, key }
  }
  return {
    tenant,
    within,
    inlet,
    folder,
    word,
    agent,
    voirie,
    type,
    comes,
    sent,
    read,
    pageOf,
    answersOf,
  }
}

test.group('A paper that comes by itself', () => {
  test('is proposed what the last ones became, and becomes it in one click', async ({
    client,
    assert,
  }) => {
    const { within, agent, voirie, type, comes, sent, read, pageOf, answersOf, inlet, word } =
      await scene(client)
    const node = await comes(4)
    const says = `Comme les 3 derniers nommés comme « ${word} # » : Arrêté, dans ${voirie.name}`
    assert.include(await pageOf(node), says)
    const administrator = await person('Erwan Tanguy', { kervalan: ['administrator'] })
    assert.include(await read(`arrivees/${inlet.id}`, administrator), says)
    // Nothing is done before somebody says so
    assert.isNull((await within(() => Node.get(node.id))).typeId)
    const { url } = await answersOf(node)
    ;(await sent(agent, client.post(url))).assertStatus(302)
    const now = await within(() => Node.get(node.id))
    assert.deepInclude(now.serialize(), { typeId: type.id, parentId: voirie.id })
    assert.notInclude(await pageOf(node), 'Comme les')
    ;(await sent(agent, client.post(url))).assertStatus(409)
  })

  test('is proposed nothing more once somebody said so', async ({ client, assert }) => {
    const { agent, comes, sent, pageOf, answersOf, word } = await scene(client)
    const [one, other] = [await comes(4), await comes(5)]
    const { url } = await answersOf(one)
    ;(await sent(agent, client.delete(url))).assertStatus(302)
    // Its name is silenced, and its word says the same still
    assert.notInclude(await pageOf(other), `nommés comme « ${word} # »`)
    const again = await answersOf(other)
    ;(await sent(agent, client.delete(again.url))).assertStatus(302)
    assert.notInclude(await pageOf(one), 'Comme les')
    assert.notInclude(await pageOf(other), 'Comme les')
  })

  test('is proposed nothing that was seen where one does not read, nor when it is frozen', async ({
    client,
    assert,
  }) => {
    const { within, comes, pageOf, voirie } = await scene(client)
    const [node, frozen] = [await comes(4), await comes(5)]
    await within(() => placeHold(frozen, 'Contentieux en cours', SYSTEM))
    assert.notInclude(await pageOf(frozen), 'Comme les')
    assert.include(await pageOf(node), 'Comme les')
    await within(async () => setOwnRights(await Node.get(voirie.id), [], SYSTEM))
    assert.notInclude(await pageOf(node), 'Comme les')
  })

  test('is taken and silenced by a program, which says what it saw', async ({ client, assert }) => {
    const { within, agent, comes, voirie } = await scene(client)
    const [one, other] = [await comes(4), await comes(5)]
    const program = Program.bearing(await tokenOf(agent, 'kervalan'))
    const at = ({ id }: Node) => `/api/v1/ged/documents/${id}/propositions`
    const { body } = await program.get(at(one))
    assert.containsSubset(body.items, [{ count: 3, likeness: { kind: 'pattern' } }])
    const stale = await program.send('POST', at(one), { key: 'f'.repeat(32) })
    assert.equal(stale.status, 409)
    const taken = await program.send('POST', at(one), { key: body.items[0].key })
    assert.equal(taken.status, 204)
    assert.equal((await within(() => Node.get(one.id))).parentId, voirie.id)
    const [{ key, count }] = (await program.get(at(other))).body.items
    assert.equal(count, 4)
    assert.equal((await program.send('POST', `${at(other)}/refus`, { key })).status, 204)
    // The journal is never erased: it keeps no address, no title and no name of a file
    const said = await within(() =>
      Promise.all([one, other].map(({ ref }) => journal.entriesOf(ref)))
    )
    const data = said.flat().flatMap(({ type, data }) => (type.includes('proposal') ? [data] : []))
    assert.deepEqual(data[0], { kind: 'pattern', changes: ['parentId', 'spaceId', 'typeId'] })
    assert.lengthOf(data, 2)
  })
})
