import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { textLayer } from '#lib/pdf/text_layer'
import { uuidv7 } from '#lib/values'
import { closeFolder } from '#app/ged/closing/close_folder'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import Relation from '#app/ged/relations/relation'
import { areasWritten, pagesWritten, wordsWritten } from '#app/ged/rules/redaction_asked'
import { SYSTEM } from '#kernel/actor'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder, aPdf } from './support/documents.js'

const BASE = '/c/kervalan/ged'
/** Over the name of the sentence, as somebody draws it. */
const AREA = '1 ; 29,9 ; 15,6 ; 10,8 ; 1,7'

async function scene() {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const { document, folder } = await within(async () => {
    const folder = await aFolder(`Nominations ${uuidv7()}`)
    return { folder, document: await aPdf(`Nomination ${uuidv7()}.pdf`, folder) }
  })
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const asks = (client: ApiClient, form: Record<string, string>, who: User = agent) =>
    client
      .post(`${BASE}/documents/${document.id}/occultation`)
      .form(form)
      .accept('json')
      .loginAs(who)
      .withCsrfToken()
      .redirects(0)
  const copies = () => within(() => Relation.query().where('to_id', document.id))
  const textOf = (id: string) =>
    within(async () => {
      const [last] = await Version.of(id)
      const { pages } = await textLayer(await documents.read(last.documentId))
      return pages.join(' ')
    })
  return { within, document, folder, agent, asks, copies, textOf }
}

test.group('A redacted copy', () => {
  test('is another document, beside the first, without what was to go', async ({
    client,
    assert,
  }) => {
    const { within, document, asks, copies, textOf } = await scene()
    const answer = await asks(client, { title: 'Nomination occultée', words: 'kerdoncuff' })
    answer.assertStatus(302)
    const [{ fromId, kind }] = await copies()
    assert.equal(kind, 'redacts')
    answer.assertHeader('location', `${BASE}/documents/${fromId}`)
    assert.equal(await textOf(fromId), 'Nomination de Mme au grade')
    assert.equal(
      await textOf(document.id),
      'Nomination de Mme Kerdoncuff au grade',
      'left as it was'
    )
    const copy = await within(() => Node.get(fromId))
    assert.equal(copy.parentId, document.parentId)
    assert.match(copy.name, /^Nomination occultée( \(\d+\))?\.pdf$/)
    const entries = await within(() => journal.entriesOf(copy.ref))
    const told = entries.find(({ type }) => type === 'ged.redacted')!
    assert.equal((told.data as { letters: number }).letters, 10)
    assert.notMatch(JSON.stringify(entries), /kerdoncuff/i, 'what went is said nowhere')
  })

  test('is made of an area as well, and says on its page of what it is a copy', async ({
    client,
    assert,
  }) => {
    const { agent, asks, copies, textOf, document } = await scene()
    ;(await asks(client, { title: 'Sans nom', areas: AREA })).assertStatus(302)
    const [{ fromId }] = await copies()
    assert.equal(await textOf(fromId), 'Nomination de Mme au grade')
    const page = await client.get(`${BASE}/documents/${fromId}`).loginAs(agent)
    page.assertTextIncludes('Version occultée de')
    const first = await client.get(`${BASE}/documents/${document.id}`).loginAs(agent)
    first.assertTextIncludes('A pour version occultée')
  })

  for (const [what, form, field, sentence] of [
    ['nothing to take away', { title: 'Copie' }, 'words', /./],
    ['a word that is not there', { title: 'Copie', words: 'Tanguy' }, '', /« Tanguy » ne se lit/],
    [
      'a title that says it',
      { title: 'Mme Kerdoncuff', words: 'Kerdoncuff' },
      'title',
      /dit encore/,
    ],
    ['an area that is none', { title: 'Copie', areas: '1 ; 2' }, 'areas', /n’est pas une zone/],
    [
      'pages that are none',
      { title: 'Copie', words: 'Mme', pages: '3-1' },
      'pages',
      /n’est pas une page/,
    ],
  ] as [string, Record<string, string>, string, RegExp][]) {
    test(`is refused ${what}, at its place`, async ({ client, assert }) => {
      const { asks, copies } = await scene()
      const answer = await asks(client, form)
      answer.assertStatus(422)
      const said = JSON.stringify(answer.body())
      assert.include(said, field)
      assert.match(said, sentence)
      assert.isEmpty(await copies())
    })
  }

  test('says at once all that is wrong, and keeps what was typed', async ({ client, assert }) => {
    const { document, agent } = await scene()
    const page = `${BASE}/documents/${document.id}/occultation`
    const shown = await client
      .post(page)
      .form({ title: 'Mme Kerdoncuff', words: 'Kerdoncuff', pages: 'deux', areas: 'là' })
      .header('referer', page)
      .loginAs(agent)
      .withCsrfToken()
    const text = shown.text()
    for (const said of ['dit encore', 'n’est pas une page', 'n’est pas une zone']) {
      assert.include(text, said)
    }
    assert.include(text, 'Kerdoncuff</textarea>')
  })

  test('is made by who may write there, of a PDF, and where nothing is closed', async ({
    client,
    assert,
  }) => {
    const { within, asks, copies, folder, agent } = await scene()
    const order = { title: 'Copie', words: 'Kerdoncuff' }
    const text = await within(() => aDocument('note.txt'))
    const page = await client.get(`${BASE}/documents/${text.id}/occultation`).loginAs(agent)
    page.assertStatus(409)
    const reader = await person('Annaïg Riou', { kervalan: ['reader'] })
    ;(await asks(client, order, reader)).assertStatus(403)
    await within(() => closeFolder(folder, { from: '2026-01-31', deposit: null }, SYSTEM))
    ;(await asks(client, order)).assertStatus(403)
    assert.isEmpty(await copies())
  })
})

test.group('What a person writes to take words away', () => {
  test('is read line by line', ({ assert }) => {
    assert.deepEqual(wordsWritten(' Le Goff \r\n\nTanguy\nTanguy'), ['Le Goff', 'Tanguy'])
    assert.deepEqual(pagesWritten('1, 3-5'), [1, 3, 4, 5])
    assert.isNull(pagesWritten(' '))
    assert.deepEqual(areasWritten('2 ; 10 ; 20,5 ; 30 ; 40'), [
      { page: 2, left: 0.1, top: 0.205, width: 0.3, height: 0.4 },
    ])
    for (const wrong of ['0;1;1;1;1', '1;90;0;20;5', '1;1;1;0;5', '1;a;1;1;1', '1;-1;1;5;5']) {
      assert.throws(() => areasWritten(wrong), /n’est pas une zone/)
    }
  })
})
