import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { depositOf } from '#rooms/archiving'
import { entriesOf, setOwnRights } from '#app/ged/access/own_rights'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import { termsOfAll } from '#app/ged/rules/closing_terms'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import DocumentType from '#app/ged/types/document_type'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { archive } from '#tests/archiving/archive_world'
import { folderOf } from './support/folders.js'
import { importInto } from './support/commands.js'
import { aDocument, aFolder } from './support/documents.js'
import { asking, HOST, passwordOf } from './support/webdav.js'
import { person, place } from '#tests/world/world'

const BASE = '/c/kervalan/ged'

/** A folder of Kervalan with two documents, one of them in a folder with rights of its own. */
async function scene() {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const made = await within(async () => {
    await commonSpace()
    await giveUsualTypes()
    const above = await aFolder('Travaux')
    const folder = await Node.openFolder(above.within, 'Halle couverte', SYSTEM)
    const below = await Node.openFolder(folder.within, 'Plans', SYSTEM)
    await setOwnRights(below, await entriesOf(below.accessId), SYSTEM)
    const type = await DocumentType.findByOrFail({ code: 'facture' })
    const invoice = await aDocument('Facture 12.txt', folder)
    await invoice.merge({ typeId: type.id }).save()
    const plan = await aDocument('Plan.txt', await Node.get(below.id))
    return { above, folder, invoice, plan }
  })
  const manager = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
  return { tenant, within, ...made, manager, page: `${BASE}/dossiers/${made.folder.id}` }
}

const DEPOSIT = { deposits: 'true', rule: '10 ans', finalAction: 'destroy', accessCode: 'AR038' }

function gestures(client: ApiClient, who: User) {
  const sent = (request: ReturnType<ApiClient['post']>) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  return {
    close: (page: string, form: object) => sent(client.post(`${page}/cloture`).form(form)),
    reopen: (page: string) => sent(client.delete(`${page}/cloture`)),
    rename: (node: Node) =>
      sent(client.put(`${BASE}/elements/${node.id}/nom`).form({ name: 'Autre.txt' })),
    discard: (node: Node) => sent(client.post(`${BASE}/elements/${node.id}/corbeille`).form({})),
    laysIn: (folder: Node) =>
      sent(
        client
          .post(`${BASE}/espaces/commun/documents`)
          .field('parent', folder.id)
          .file('files[]', Buffer.from('un'), { filename: 'De plus.txt' })
      ),
  }
}

test.group('Closing a folder', () => {
  test('hands its documents to the archives, the same bytes with what is said of them', async ({
    client,
    assert,
  }) => {
    const { tenant, folder, invoice, plan, manager, page, within } = await scene()
    const offered = await client.get(`${page}/cloture`).loginAs(manager)
    offered.assertTextIncludes('Facture (1)')
    const { close } = gestures(client, manager)
    ;(await close(page, { from: '31/12/2025', ...DEPOSIT })).assertStatus(302)
    const { deposited, kept, summary, day } = await within(async () => {
      const summary = (await depositOf({ capability: 'ged', id: folder.id }))!
      const { trx } = tenancy.current()!
      const rows = await trx
        .from('archiving.deposit_documents')
        .where({ deposit_id: summary.depositId })
      const versions = [await Version.lastOf(invoice.id), await Version.lastOf(plan.id)]
      return {
        summary,
        deposited: rows.map((row) => row.document_id),
        kept: versions.map(({ documentId }) => documentId),
        day: (await Node.get(plan.id)).retentionFrom?.toISODate(),
      }
    })
    assert.sameMembers(deposited, kept)
    assert.equal(day, '2025-12-31')
    const shown = await client.get(page).loginAs(manager)
    shown.assertTextIncludes('Dossier clos')
    shown.assertTextIncludes(summary.depositId)
    const [, way] = new RegExp(`href="([^"]*${summary.depositId})"`).exec(shown.text())!
    const deposit = await client.get(way).loginAs(manager)
    for (const words of ['Halle couverte', '10 ans', `/dossiers/${folder.id}`])
      deposit.assertTextIncludes(words)
    assert.equal((await archive(tenant.id, summary.depositId)).state, 'accepted')
    ;(await client.get(page).loginAs(manager)).assertTextIncludes('ont accepté son versement')
    ;(await gestures(client, manager).reopen(page)).assertStatus(409)
  })

  test('leaves it to be read and no more, by whatever door', async ({ client, assert }) => {
    const { above, folder, invoice, plan, manager, page, tenant, within } = await scene()
    const does = gestures(client, manager)
    ;(await does.close(page, { from: '31/12/2025' })).assertStatus(302)
    for (const node of [invoice, plan, folder]) (await does.rename(node)).assertStatus(403)
    ;(await does.discard(plan)).assertStatus(403)
    ;(await does.laysIn(folder)).assertStatus(403)
    // Whoever may throw away what holds it throws away nothing of it
    const refused = await does.discard(above)
    refused.assertStatus(409)
    refused.assertTextIncludes('Halle couverte')
    const login = await passwordOf(manager, 'kervalan')
    const dav = asking(`${HOST()}/dav/kervalan/commun/`, login)
    const path = encodeURI(`${above.name}/Halle couverte`)
    assert.equal((await dav('GET', `${path}/Facture%2012.txt`)).status, 200)
    assert.equal((await dav('PUT', `${path}/Facture%2012.txt`, {}, 'autre')).status, 403)
    assert.equal((await dav('PUT', `${path}/neuf.txt`, {}, 'neuf')).status, 403)
    const source = await folderOf({ [`${above.name}/Halle couverte/tard.txt`]: 'trop tard' })
    const { report } = await importInto(tenant, source)
    assert.containsSubset(report, { imported: 0, refused: 1, errors: [{ code: 'E_GED_CLOSED' }] })
    const names = await within(async () => (await Node.at(folder.within)).map(({ name }) => name))
    assert.sameMembers(names, ['Plans', 'Facture 12.txt'])
    const { body } = await client.get(`${BASE}/documents/${plan.id}`).loginAs(manager)
    assert.exists(body)
  })

  test('may be undone as long as the archives have nothing of it', async ({ client }) => {
    const { invoice, manager, page } = await scene()
    const does = gestures(client, manager)
    ;(await does.close(page, { from: '31/12/2025' })).assertStatus(302)
    ;(await does.close(page, { from: '31/12/2025' })).assertStatus(409)
    ;(await does.reopen(page)).assertStatus(302)
    ;(await does.rename(invoice)).assertStatus(302)
  })

  test('tells at once all that is missing for the archives, at its field', async ({
    client,
    assert,
  }) => {
    const { manager, page } = await scene()
    const { close } = gestures(client, manager)
    const refused = await close(page, { from: '31/02/2025', deposits: 'true', rule: 'longtemps' })
    refused.assertStatus(422)
    const fields = refused.body().errors.map(({ field }: { field: string }) => field)
    assert.sameMembers(fields, ['from', 'rule', 'finalAction', 'accessCode'])
    const ahead = await close(page, { from: '01/01/2999' })
    assert.equal(ahead.body().errors[0].field, 'from')
  })

  test('is for who manages it', async ({ client }) => {
    const { page } = await scene()
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { close } = gestures(client, agent)
    ;(await close(page, { from: '31/12/2025' })).assertStatus(403)
    const elsewhere = await person('Gaël Riou', { 'saint-orven': ['administrator'] })
    ;(await gestures(client, elsewhere).close(page, { from: '31/12/2025' })).assertStatus(404)
  })

  test('proposes the longest duration, the gentlest end and the latest reading', ({ assert }) => {
    assert.deepEqual(
      termsOfAll([
        { rule: 'P10Y', finalAction: 'destroy', accessCode: 'AR048' },
        { rule: 'P18M', finalAction: 'sort', accessCode: null },
        { rule: null, finalAction: null, accessCode: 'AR038' },
      ]),
      { rule: 'P10Y', finalAction: 'sort', accessCode: 'AR048' }
    )
    assert.deepEqual(termsOfAll([]), { rule: null, finalAction: null, accessCode: null })
  })
})
