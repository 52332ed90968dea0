import { test } from '@japa/runner'
import Node from '#app/ged/nodes/node'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import DocumentType from '#app/ged/types/document_type'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import { aFolder } from './support/documents.js'

const BASE = '/c/kervalan/ged'
const DEPOSIT = `${BASE}/espaces/commun/depot`
const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`

const MESSAGE =
  'From: Stéphane <s@exemple.test>\r\nTo: mairie@exemple.test\r\nSubject: Devis du toit\r\n' +
  'Date: Thu, 29 Feb 2024 10:00:00 +0100\r\n\r\nBonjour.\r\n'

async function scene() {
  const { id } = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(id, work)
  const { folder, types } = await within(async () => {
    await commonSpace()
    await giveUsualTypes()
    const all = await DocumentType.query()
    return { folder: await aFolder('Reçus'), types: new Map(all.map((one) => [one.code, one.id])) }
  })
  const filed = () =>
    within(async () => {
      const nodes = await Node.at(folder.within).orderBy('name')
      return nodes.map(({ id: nodeId, name, title, typeId, documentDate }) => ({
        ...{ id: nodeId, name, title, typeId, date: documentDate?.toISODate() ?? null },
      }))
    })
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  return { within, folder, types, filed, agent }
}

test.group('Files that are dropped in a folder', () => {
  test('are typed and dated by what they say of themselves, for the agent to correct', async ({
    client,
    assert,
  }) => {
    const { folder, types, filed, agent } = await scene()
    const page = await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', Buffer.from('un'), { filename: 'Arrêté 117 du 12-03-2026.txt' })
      .file('files[]', Buffer.from(MESSAGE), { filename: 'toit.eml' })
      .file('files[]', Buffer.from('trois'), { filename: 'vu.txt' })
      .loginAs(agent)
      .withCsrfToken()
    page.assertTextIncludes('3 documents déposés')
    const asked = page.text().match(/name="lines\[[0-9a-f-]{36}\]\[(type|date)\]"/g)
    assert.lengthOf(asked ?? [], 6)
    const [arrete, mail, other] = await filed()
    assert.containsSubset(arrete, { typeId: types.get('arrete'), date: '2026-03-12' })
    assert.containsSubset(mail, { typeId: types.get('message'), date: '2024-02-29' })
    assert.equal(mail.title, 'Devis du toit')
    assert.containsSubset(other, { typeId: null, date: null })

    const lines = (await filed()).map(({ id, name }) => ({ name, nodeId: id, refused: null }))
    const correct = (more: Record<string, string>) =>
      client
        .put(DEPOSIT)
        .header('referer', HOST() + DEPOSIT)
        .withSession({ ged_deposit: { slug: 'commun', parent: folder.id, lines } })
        .form({
          [`lines[${arrete.id}][type]`]: types.get('decision')!,
          [`lines[${arrete.id}][date]`]: '12/03/2026',
          [`lines[${other.id}][type]`]: '',
          ...more,
        })
        .loginAs(agent)
        .withCsrfToken()
    const refused = await correct({
      [`lines[${arrete.id}][date]`]: '31/02/2026',
      [`lines[${other.id}][date]`]: 'hier',
    })
    assert.lengthOf(refused.text().match(/href="#champ-lines-[0-9a-f-]{36}-date"/g) ?? [], 2)
    refused.assertTextIncludes('value="hier"')
    assert.equal((await filed())[0].typeId, types.get('arrete'))
    const done = await correct({ [`lines[${other.id}][date]`]: '02/01/2025' })
    done.assertTextIncludes('2 documents sont décrits')
    const [first, , third] = await filed()
    assert.containsSubset(first, { typeId: types.get('decision'), date: '2026-03-12' })
    assert.equal(third.date, '2025-01-02')
  })

  test('are told to whoever dropped them, and to nobody else', async ({ client, assert }) => {
    const { folder, agent } = await scene()
    await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', Buffer.from('un'), { filename: 'secret.txt' })
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    const other = await person('Erwan Tanguy', { kervalan: ['agent'] })
    const page = await client.get(DEPOSIT).loginAs(other)
    assert.notInclude(page.text(), 'secret.txt')
  })

  test('are corrected by nobody who only reads', async ({ client, assert }) => {
    const { folder, agent, filed } = await scene()
    await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', Buffer.from('un'), { filename: 'plan.txt' })
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    const [{ id, typeId }] = await filed()
    const reader = await person('Gaël Riou', { kervalan: ['reader'] })
    const refused = await client
      .put(DEPOSIT)
      .form({ [`lines[${id}][type]`]: '' })
      .accept('json')
      .loginAs(reader)
      .withCsrfToken()
    refused.assertStatus(403)
    assert.equal((await filed())[0].typeId, typeId)
  })

  test('beyond what one drop holds are refused, and none is left out in silence', async ({
    client,
    assert,
  }) => {
    const { folder, filed, agent } = await scene()
    const form = client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .accept('json')
      .loginAs(agent)
      .withCsrfToken()
    for (let rank = 0; rank < 301; rank++) form.field('uploads[files][]', `envoi-${rank}`)
    const refused = await form
    refused.assertStatus(422)
    refused.assertTextIncludes('300 au plus')
    assert.lengthOf(await filed(), 0)
  })
})

test.group('What is told of a document', () => {
  test('the fields of its type are written by the form of its page, and kept by it', async ({
    client,
    assert,
  }) => {
    const { folder, types, filed, agent, within } = await scene()
    await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', Buffer.from('un'), { filename: 'Facture EDF.txt' })
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    const [{ id }] = await filed()
    const page = (await client.get(`${BASE}/documents/${id}`).loginAs(agent)).text()
    const name = /name="(fields[^"]*montant[^"]*)"/.exec(page)?.[1]
    assert.isDefined(name)
    await client
      .put(`${BASE}/documents/${id}`)
      .form({ title: 'Facture EDF', type: types.get('facture')!, [name!]: '12 500,00' })
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    const { fields } = await within(() => Node.get(id))
    assert.deepEqual(fields, { montant: '12 500,00' })
  })
})
