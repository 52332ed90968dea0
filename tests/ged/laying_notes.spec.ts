import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { readNow } from '#web/search'
import Comment from '#app/ged/comments/comment'
import { addVersion } from '#app/ged/nodes/file_document'
import Version from '#app/ged/nodes/version'
import { placeWritten } from '#app/ged/rules/note_place'
import { person, place } from '#tests/world/world'
import { aDocument, aPdf } from './support/documents.js'

const BASE = '/c/kervalan/ged'

/** A PDF of Kervalan, an agent who reads it and who administers the member. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const document = await within(() => aPdf(`Nomination ${uuidv7()}.pdf`))
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const other = await person('Élouan Tréguier', { kervalan: ['agent'] })
  const manager = await person('Soizic Madec', { kervalan: ['administrator'] })
  const sent = (who: User, request: ReturnType<ApiClient['post']>) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  const page = `${BASE}/documents/${document.id}`
  const says = (said: Record<string, string>, who = agent) =>
    sent(who, client.post(`${page}/commentaires`).form(said))
  const kept = () => within(() => Comment.query().where('node_id', document.id).orderBy('id'))
  const shown = async (who = other) => (await client.get(page).loginAs(who)).text()
  return { tenant, within, document, agent, other, manager, sent, page, says, kept, shown }
}

test.group('A note', () => {
  test('is laid on a page of the version that one saw, and never in the file', async ({
    client,
    assert,
  }) => {
    const { says, kept, shown, within, document } = await scene(client)
    const before = await within(() => Version.of(document.id))
    const said = { body: 'Un nom à vérifier', place: '1 ; 29,5 ; 15 ; 10 ; 2', version: '1.1' }
    ;(await says(said)).assertStatus(302)
    ;(await says({ body: 'Toute la page', place: '1' })).assertStatus(302)
    const [note, whole] = await kept()
    assert.equal(note.versionId, before[0].id)
    assert.deepEqual(note.area, { left: 0.295, top: 0.15, width: 0.1, height: 0.02 })
    assert.equal(note.page, 1)
    assert.isNull(whole.area)
    const after = await within(() => Version.of(document.id))
    assert.deepEqual(
      after.map(({ digest }) => digest),
      before.map(({ digest }) => digest)
    )
    const text = await shown()
    assert.match(text, /Note 1.*Note 2|Note 2.*Note 1/s)
    assert.include(text, 'data-note="1 29.5 15 10 2"')
  })

  test('says at its place a page that is not there, and a file that has none', async ({
    client,
    assert,
  }) => {
    const { says, kept, sent, agent, within, tenant, document } = await scene(client)
    const refused = async (said: Record<string, string>) => {
      const answer = await says({ body: 'Ici', ...said })
      answer.assertStatus(422)
      return JSON.stringify(answer.body())
    }
    assert.include(await refused({ place: 'en haut' }), '"place"')
    assert.include(await refused({ place: '1 ; 95 ; 10 ; 30 ; 5' }), 'centièmes')
    assert.include(await refused({ place: '1', version: '9.9' }), 'pas un PDF')
    const { digest } = await within(() => Version.lastOf(document.id))
    await readNow(tenant.id, digest)
    assert.include(await refused({ place: '2' }), 'que 1 page')
    const paper = await within(() => aDocument('Note.txt'))
    const plain = client.post(`${BASE}/documents/${paper.id}/commentaires`)
    ;(await sent(agent, plain.form({ body: 'Ici', place: '1' }))).assertStatus(422)
    assert.lengthOf(await kept(), 0)
  })

  test('stays on its version when another comes, and says which', async ({ client, assert }) => {
    const { says, shown, within, document } = await scene(client)
    await says({ body: 'Sur la première', place: '1 ; 10 ; 10' })
    await within(async () => {
      const file = await documents.store(Buffer.from(`suite ${uuidv7()}`), { name: 'suite.txt' })
      await addVersion(document.id, file, { by: SYSTEM })
    })
    const text = await shown()
    assert.include(text, 'page 1 de la version 1.1')
    assert.notInclude(text, 'data-note=')
  })

  test('is answered under it, and the answer is no conversation of its own', async ({
    client,
    assert,
  }) => {
    const { says, kept, shown, other, within, agent } = await scene(client)
    await says({ body: 'Est-ce bien lui', place: '1' })
    const [note] = await kept()
    ;(await says({ body: 'Oui, vérifié', answers: note.id }, other)).assertStatus(302)
    const [, answer] = await kept()
    ;(await says({ body: 'Merci', answers: answer.id, place: '1' })).assertStatus(302)
    const [, , thanks] = await kept()
    assert.equal(thanks.answersId, note.id)
    assert.isNull(thanks.page)
    const text = await shown()
    assert.isBelow(text.indexOf('Est-ce bien lui'), text.indexOf('Oui, vérifié'))
    assert.isBelow(text.indexOf('Oui, vérifié'), text.indexOf('Merci'))
    const elsewhere = await within(() => aDocument('Ailleurs.txt'))
    const crossed = client.post(`${BASE}/documents/${elsewhere.id}/commentaires`)
    const stray = crossed.form({ body: 'Égarée', answers: note.id })
    ;(await stray.accept('json').loginAs(agent).withCsrfToken()).assertStatus(404)
    assert.lengthOf(await kept(), 3)
  })

  test('is settled and opened again by who takes part in it, and the journal says so', async ({
    client,
    assert,
  }) => {
    const { says, kept, shown, other, sent, within, document } = await scene(client)
    await says({ body: 'Une coquille', place: '1' })
    const [{ id }] = await kept()
    const settled = `${BASE}/commentaires/${id}/resolution`
    ;(await sent(other, client.post(settled))).assertStatus(302)
    ;(await sent(other, client.post(settled))).assertStatus(302)
    const text = await shown()
    assert.include(text, 'Résolu')
    assert.notInclude(text, 'data-note=', 'what is settled leaves the page')
    ;(await sent(other, client.delete(settled))).assertStatus(302)
    assert.include(await shown(), 'data-note=')
    const entries = await within(() => journal.entriesOf(document.ref))
    assert.deepEqual(
      entries.map(({ type }) => type).filter((type) => type.includes('comment')),
      ['ged.commented', 'ged.comment_resolved', 'ged.comment_reopened']
    )
    assert.notInclude(JSON.stringify(entries), 'coquille')
  })

  test('is taken back by its author, or by who manages the place', async ({ client, assert }) => {
    const { says, kept, shown, other, manager, sent } = await scene(client)
    await says({ body: 'Trop vite dit', place: '1' })
    const [{ id }] = await kept()
    const withdraw = (who: User) => sent(who, client.delete(`${BASE}/commentaires/${id}`))
    ;(await withdraw(other)).assertStatus(404)
    ;(await withdraw(manager)).assertStatus(302)
    const text = await shown()
    assert.notInclude(text, 'Trop vite dit')
    assert.include(text, 'Retiré par qui gère ce lieu')
  })
})

test.group('The place of a note', () => {
  test('is a page, a point of it, or a rectangle', ({ assert }) => {
    assert.deepEqual(placeWritten('2'), { page: 2, area: null })
    assert.deepEqual(placeWritten('2 ; 10 ; 20').area, { left: 0.1, top: 0.2, width: 0, height: 0 })
    assert.equal(placeWritten('2;10;20;30;5').area!.width, 0.3)
    for (const bad of ['', '0', '1,5', '2 ; 10', '2;10;20;30;5;6', '2;90;20;30;5', '-1', '2;x;1']) {
      assert.throws(() => placeWritten(bad), /page/)
    }
  })
})
