import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import Hold from '#app/ged/holds/hold'
import { liftHold, placeHold } from '#app/ged/holds/place_hold'
import Node from '#app/ged/nodes/node'
import { discard, purge, restore } from '#app/ged/nodes/trash'
import Version from '#app/ged/nodes/version'
import { person, place } from '#tests/world/world'
import { cmisScene } from './support/cmis.js'
import { aDocument, aFolder } from './support/documents.js'
import { asking, HOST, passwordOf } from './support/webdav.js'

const BASE = '/c/kervalan/ged'
const REASON = 'Recours devant le tribunal administratif'

/** A folder of Kervalan with a folder and a document in it; its records manager, and an agent. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const made = await within(async () => {
    const folder = await aFolder(`Marché ${uuidv7()}`)
    const inner = await Node.openFolder(folder.within, 'Offres', SYSTEM)
    return { folder, inner, document: await aDocument('Rapport.txt', inner) }
  })
  const manager = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const sent = (who: User, request: ReturnType<ApiClient['post']>) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  const freeze = (node: Node, who = manager) =>
    sent(who, client.post(`${BASE}/elements/${node.id}/gels`).form({ reason: REASON }))
  const standing = (node: Node) =>
    within(() => Hold.query().where('node_id', node.id).whereNull('lifted_at').first())
  return { tenant, within, ...made, manager, agent, sent, freeze, standing }
}

test.group('What is frozen', () => {
  test('neither changes nor goes by a page, and says why', async ({ client, assert }) => {
    const { folder, inner, document, agent, sent, freeze, within } = await scene(client)
    ;(await freeze(folder)).assertStatus(302)
    const of = (node: Node, what: string) => `${BASE}/elements/${node.id}/${what}`
    const other = await within(() => aDocument('Autre pièce.txt'))
    const refused = [
      await sent(
        agent,
        client
          .post(`${BASE}/documents/${document.id}/relations`)
          .form({ kind: 'see', to: other.id })
      ),
      await sent(agent, client.post(of(document, 'corbeille')).form({})),
      await sent(agent, client.post(of(folder, 'corbeille')).form({})),
      await sent(agent, client.put(of(document, 'nom')).form({ name: 'Autre.txt' })),
      await sent(agent, client.put(of(inner, 'place')).form({ path: '' })),
      await sent(
        agent,
        client.put(`${BASE}/documents/${document.id}`).form({ title: 'Autre titre' })
      ),
      await sent(
        agent,
        client
          .post(`${BASE}/documents/${document.id}/versions`)
          .file('file', Buffer.from('autre'), { filename: 'Rapport.txt' })
      ),
    ]
    for (const answer of refused) {
      answer.assertStatus(409)
      assert.include(JSON.stringify(answer.body()), REASON)
    }
    const kept = await within(async () => ({
      node: await Node.get(document.id),
      versions: await Version.of(document.id),
    }))
    assert.isNull(kept.node.deletedAt)
    assert.deepInclude(kept.node.serialize(), { name: 'Rapport.txt', title: 'Rapport' })
    assert.lengthOf(kept.versions, 1)
    const page = await client.get(`${BASE}/documents/${document.id}`).loginAs(agent)
    page.assertTextIncludes(REASON)
    assert.notInclude(page.text(), 'Nouvelle version')
    // Something new takes nothing from what is there
    const laid = await sent(
      agent,
      client
        .post(`${BASE}/espaces/commun/documents`)
        .field('parent', folder.id)
        .file('files[]', Buffer.from('un'), { filename: 'De plus.txt' })
    )
    laid.assertStatus(302)
  })

  test('is refused to several at once, and to what stands above it', async ({ client, assert }) => {
    const { folder, document, agent, sent, freeze, within } = await scene(client)
    await freeze(document)
    const url = `${BASE}/espaces/commun/lot`
    await sent(agent, client.post(url).form({ geste: 'corbeille', ids: [folder.id] }))
    const closed = await sent(
      agent,
      client.put(`${BASE}/elements/${folder.id}/place`).form({ path: '' })
    )
    closed.assertStatus(409)
    assert.isNull((await within(() => Node.get(folder.id))).deletedAt)
    assert.isNull((await within(() => Node.get(document.id))).deletedAt)
  })

  test('is locked to WebDAV, and a constraint to CMIS', async ({ client, assert }) => {
    const { folder, document, agent, freeze, within } = await scene(client)
    await freeze(folder)
    const dav = asking(HOST(), await passwordOf(agent, 'kervalan'))
    const path = `/dav/kervalan/commun/${encodeURIComponent(folder.name)}`
    const inside = `${path}/Offres/Rapport.txt`
    const answers = [
      await dav('PUT', inside, {}, 'autre chose'),
      await dav('DELETE', inside),
      await dav('DELETE', path),
      await dav('MOVE', inside, { destination: `${HOST()}${path}/Autre.txt` }),
    ]
    assert.deepEqual(
      answers.map(({ status }) => status),
      [423, 423, 423, 423]
    )
    assert.include(answers[0].text, REASON)
    assert.equal((await within(() => Version.of(document.id))).length, 1)
    const cmis = await cmisScene()
    const made = await cmis.document('Pièce.txt', 'un texte')
    await tenancy.run(cmis.tenantId, async () =>
      placeHold(await Node.get(made.id.split(';')[0]), REASON, SYSTEM)
    )
    const gone = await cmis.act(made.id, { cmisaction: 'delete' })
    assert.equal(gone.status, 409)
    assert.include(gone.json, { exception: 'constraint' })
    assert.include(gone.json.message, REASON)
    const renamed = await cmis.act(made.id, {
      'cmisaction': 'update',
      'propertyId[0]': 'cmis:name',
      'propertyValue[0]': 'Autre.txt',
    })
    assert.equal(renamed.status, 409)
  })

  test('outlives the trash where it was when its folder was frozen', async ({ client, assert }) => {
    const { folder, document, inner, within } = await scene(client)
    const other = await within(() => aDocument('Sans gel.txt'))
    await within(async () => {
      await discard(await Node.get(document.id), SYSTEM)
      await discard(other, SYSTEM)
      const long = clock.now().minus({ days: 31 }).toJSDate()
      await tenancy
        .trx()
        .from('ged.nodes')
        .where('tenant_id', tenancy.tenantId())
        .whereIn('id', [document.id, other.id])
        .update({ deleted_at: long })
      await placeHold(folder, REASON, SYSTEM)
    })
    const emptied = () =>
      within(async () => {
        for (let gone = await purge(); gone > 0; gone = await purge());
      })
    const there = async (id: string) => (await within(() => Node.find(id))) !== null
    await emptied()
    assert.deepEqual([await there(document.id), await there(other.id)], [true, false])
    await within(async () => {
      await restore(await Node.get(document.id), SYSTEM)
      const hold = await Hold.query().where('node_id', folder.id).firstOrFail()
      await liftHold(hold, SYSTEM)
      await discard(await Node.get(inner.id), SYSTEM)
    })
    assert.isNotNull((await within(() => Node.get(document.id))).deletedAt)
  })
})

test.group('A hold', () => {
  test('is placed and lifted by who manages, and the journal says both', async ({
    client,
    assert,
  }) => {
    const { document, agent, manager, sent, freeze, standing, within } = await scene(client)
    ;(await freeze(document, agent)).assertStatus(403)
    const bare = await sent(
      manager,
      client.post(`${BASE}/elements/${document.id}/gels`).form({ reason: '' })
    )
    bare.assertStatus(422)
    assert.include(JSON.stringify(bare.body()), '"reason"')
    await freeze(document)
    const hold = await standing(document)
    const lift = (who: User) => sent(who, client.delete(`${BASE}/gels/${hold!.id}`))
    ;(await lift(agent)).assertStatus(404)
    const list = await client.get(`${BASE}/gels`).loginAs(agent)
    list.assertTextIncludes(REASON)
    ;(await lift(manager)).assertStatus(302)
    ;(await lift(manager)).assertStatus(404)
    const said = await within(() => journal.entriesOf(document.ref))
    assert.includeMembers(
      said.map(({ type }) => type),
      ['ged.held', 'ged.hold_lifted']
    )
    const rename = client.put(`${BASE}/elements/${document.id}/nom`).form({ name: 'Autre.txt' })
    ;(await sent(agent, rename)).assertStatus(302)
  })

  test('waits for who throws something away, and each sees what the other did', async ({
    client,
    assert,
  }) => {
    const { folder, document, within } = await scene(client)
    const results = await Promise.allSettled([
      within(async () => discard(await Node.hold(document.id), SYSTEM)),
      within(async () => placeHold(await Node.hold(folder.id), REASON, SYSTEM)),
    ])
    const [thrown, placed] = results.map(({ status }) => status)
    assert.equal(placed, 'fulfilled')
    const { deletedAt } = await within(() => Node.get(document.id))
    assert.equal(deletedAt !== null, thrown === 'fulfilled')
  })
})
