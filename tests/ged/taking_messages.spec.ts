import { test } from '@japa/runner'
import Node from '#app/ged/nodes/node'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { tenancy } from '#kernel/tenancy'
import { compoundFile } from '#tests/lib/mail/compound_by_hand'
import { outlookFile } from '#tests/lib/mail/outlook_by_hand'
import { person, place } from '#tests/world/world'
import { importInto, memberApart, searchIn } from './support/commands.js'
import { aFolder } from './support/documents.js'
import { folderOf } from './support/folders.js'

const BASE = '/c/kervalan/ged'

/** A quote for a roof, with its quote, a plan of the same name, and the message that it answers. */
const roof = () =>
  outlookFile({
    subject: 'Devis du toit – chênois',
    from: { name: 'Stéphane Le Goûec', address: 's@exemple.test' },
    to: [{ name: 'Mairie', address: 'mairie@exemple.test' }],
    sentAt: new Date('2026-03-12T09:00:00Z'),
    body: 'Voici le devis révisé de la charpente.',
    parts: [
      { name: 'Facture 12-03-2026.txt', bytes: Buffer.from('mille deux cents euros') },
      { name: 'plan.txt', bytes: Buffer.from('plan') },
      { message: { subject: 'Premier envoi', body: 'Bonjour' } },
    ],
  })

const word = () => compoundFile({ WordDocument: Buffer.alloc(5_000) })

const documentsOf = (tenantId: string) =>
  tenancy.run(tenantId, () => Node.query().where('kind', 'document').orderBy('id'))

test.group('A message of Outlook that is imported', () => {
  test('is kept with its parts, and found by its words', async ({ assert }) => {
    const member = await memberApart()
    const root = await folderOf({ 'Devis.msg': roof() })
    const { report, status } = await importInto(member, `${root}/Devis.msg`, '--wait')
    assert.containsSubset(report, { seen: 4, imported: 4, refused: 0, texts: { layer: 4 } })
    assert.equal(status, 0)
    const nodes = await documentsOf(member.id)
    assert.deepEqual(
      nodes.map(({ name, title }) => [name, title]),
      [
        ['Devis.msg', 'Devis du toit – chênois'],
        ['Facture 12-03-2026.txt', 'Facture 12-03-2026'],
        ['plan.txt', 'plan'],
        ['Premier envoi.msg', 'Premier envoi'],
      ]
    )
    assert.equal(nodes[0].fields.expediteur, 'Stéphane Le Goûec <s@exemple.test>')
    assert.equal(nodes[0].documentDate!.toISODate(), '2026-03-12')
    const { hits } = await searchIn(member, 'devis révisé de la charpente')
    assert.equal(hits[0].title, 'Devis du toit – chênois')
    const again = await importInto(member, `${root}/Devis.msg`)
    assert.containsSubset(again.report, { seen: 4, imported: 0, skipped: 4 })
  })

  test('says what it is in a folder, and brings what it carries; an office document of that name is a file', async ({
    assert,
  }) => {
    const member = await memberApart()
    const root = await folderOf({ 'a.msg': roof(), 'b.msg': word(), 'c.doc': word() })
    const { report } = await importInto(member, root, '--wait')
    assert.containsSubset(report, { seen: 6, refused: 0, texts: { layer: 4, failed: 2 } })
    const [message, ...others] = await documentsOf(member.id)
    assert.equal(message.title, 'Devis du toit – chênois')
    assert.deepEqual(
      others.map(({ title }) => title),
      ['Facture 12-03-2026', 'plan', 'Premier envoi', 'b', 'c']
    )
    const alone = await importInto(member, `${root}/b.msg`)
    assert.equal(alone.report.errors[0].code, 'E_GED_MAIL_UNREADABLE')
  })
})

test.group('A message of Outlook that is dropped', () => {
  async function scene() {
    const { id } = await place('kervalan')
    const folder = await tenancy.run(id, async () => {
      await commonSpace()
      await giveUsualTypes()
      return aFolder('Courriels')
    })
    const below = (parent: Node) =>
      tenancy.run(id, () => Node.at(parent.within).orderBy('created_at').orderBy('id'))
    return { folder, below, agent: await person('Maëlle Le Goff', { kervalan: ['agent'] }) }
  }

  test('is filed with what it carries in a folder beside it, each typed and dated', async ({
    client,
    assert,
  }) => {
    const { folder, below, agent } = await scene()
    const page = await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', roof(), { filename: 'Devis.msg' })
      .loginAs(agent)
      .withCsrfToken()
    page.assertTextIncludes('4 documents déposés')
    page.assertTextIncludes('Premier envoi')
    const [message, parts] = await below(folder)
    assert.deepEqual(
      [message.title, parts.name],
      ['Devis du toit – chênois', 'Devis (pièces jointes)']
    )
    const carried = await below(parts)
    assert.deepEqual(
      carried.map(({ name }) => name),
      ['Facture 12-03-2026.txt', 'plan.txt', 'Premier envoi.msg']
    )
    assert.equal(carried[0].documentDate?.toISODate(), '2026-03-12')
    assert.isNotNull(carried[0].typeId)
    assert.equal(carried[2].typeId, message.typeId)
  })

  test('in a hundred pieces too many is kept whole, and its pieces are not half filed', async ({
    client,
    assert,
  }) => {
    const { folder, below, agent } = await scene()
    const parts = Array.from({ length: 301 }, (_none, rank) => ({
      ...{ name: `${rank}.txt`, bytes: Buffer.from(String(rank)) },
    }))
    const page = await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', outlookFile({ subject: 'Tout', parts }), { filename: 'tout.msg' })
      .loginAs(agent)
      .withCsrfToken()
    page.assertTextIncludes('300 au plus')
    assert.deepEqual(
      (await below(folder)).map(({ name }) => name),
      ['tout.msg']
    )
  })
})
