import { test } from '@japa/runner'
import Node from '#app/ged/nodes/node'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { zippedDocuments } from '#app/ged/zipped_documents'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder } from './support/documents.js'

/** A folder of two documents and another folder, and those who open it. */
async function scene() {
  const { id: tenantId } = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenantId, work)
  const made = await within(async () => {
    await commonSpace()
    const folder = await aFolder('Voirie')
    return {
      folder,
      one: await aDocument('Arrêté 117.txt', folder),
      other: await aDocument('Plan.txt', folder),
    }
  })
  return {
    ...made,
    within,
    base: `/c/kervalan/ged/dossiers/${made.folder.id}`,
    agent: await person('Maëlle Le Goff', { kervalan: ['agent'] }),
    reader: await person('Gaël Riou', { kervalan: ['reader'] }),
  }
}

test.group('Several documents at once', () => {
  test('are ordered by name, narrowed, and told in a file', async ({ client, assert }) => {
    const { base, agent } = await scene()
    const asked = async (query: object) =>
      (await client.get(base).qs(query).loginAs(agent)).text() as string
    const stands = (html: string) =>
      html.indexOf('Arrêté 117.txt, version') < html.indexOf('Plan.txt, version')
    assert.isTrue(stands(await asked({})))
    assert.isFalse(stands(await asked({ tri: '-nom' })))
    assert.notInclude(await asked({ nom: 'arrete' }), 'Plan.txt, version')
    const file = await client.get(`${base}/liste/csv`).loginAs(agent)
    assert.lengthOf(file.text().trim().split('\r\n'), 3)
  })

  test('go to the trash by whoever may change them, and by no reader', async ({
    client,
    assert,
  }) => {
    const { base, one, other, agent, reader, within } = await scene()
    const send = (by: typeof agent, ids: string[]) =>
      client.post(`${base}/lot`).loginAs(by).withCsrfToken().form({ geste: 'corbeille', ids })
    await send(reader, [one.id])
    assert.isNull((await within(() => Node.get(one.id))).deletedAt)
    const done = await send(agent, [one.id, other.id])
    done.assertTextIncludes('2 éléments à la corbeille')
    assert.isNotNull((await within(() => Node.get(other.id))).deletedAt)
  })

  test('are taken away together, and never one that is not read', async ({ client, assert }) => {
    const { base, one, other, agent, within } = await scene()
    const form = { geste: 'archive', ids: [one.id, other.id] }
    const answer = await client.post(`${base}/lot`).loginAs(agent).withCsrfToken().form(form)
    answer.assertHeader('content-type', 'application/zip')
    const files = await within(() => zippedDocuments([one.id, other.id], [one.accessId]))
    assert.deepEqual(
      files.map(({ path }) => path),
      [one.name, other.name]
    )
    await assert.rejects(() => within(() => zippedDocuments([one.id], [])))
  })
})
