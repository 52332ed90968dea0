import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type User from '#kernel/people/user'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { taskCounts } from '#web/messages/task_counts'
import { calendar } from '#lib/feed/ical'
import { uuidv7 } from '#lib/values'
import { person, place, type Place } from '#tests/world/world'

test.group('A person follows her tasks in her own programs', (group) => {
  let nolwenn: User
  group.each.setup(async () => {
    nolwenn = await person('Nolwenn Riou', { 'kervalan': ['reader'], 'saint-orven': ['reader'] })
  })

  const open = async (slug: Place, title: string, more: object = {}) => {
    const { id } = await place(slug)
    await tenancy.run(id, () =>
      tasks.open({
        key: `test:${uuidv7()}`,
        capability: 'territory',
        title,
        url: `/c/${slug}`,
        personId: nolwenn.id,
        ...more,
      })
    )
    return id
  }
  async function feeds(client: any) {
    const page = await client.post('/compte/flux').loginAs(nolwenn).withCsrfToken()
    const [, secret] = /\/flux-de-taches\/([\w-]{43})\/fil\.atom/.exec(page.text())!
    return {
      secret,
      atom: `/flux-de-taches/${secret}/fil.atom`,
      ics: `/flux-de-taches/${secret}/taches.ics`,
    }
  }

  test('of all her collectivites, in a feed and in a calendar', async ({ client, assert }) => {
    await open('kervalan', 'Saisir la fiche 1')
    await open('saint-orven', 'Saisir la fiche 2', { dueAt: new Date('2026-12-24T10:00:00Z') })
    await open('kervalan', 'Inviter Soizic Madec', { capability: 'identity' })
    const { atom, ics } = await feeds(client)
    const feed = await client.get(atom)
    assert.match(feed.header('content-type')!, /atom/)
    const text = feed.text() ?? feed.body().toString()
    for (const words of ['Saisir la fiche 1', 'Saisir la fiche 2', 'Commune de Saint-Orven']) {
      assert.include(text, words)
    }
    assert.notInclude(text, 'Soizic')
    const lines = (await client.get(ics)).text()
    assert.include(lines, 'DTSTART;VALUE=DATE:20261224')
    assert.include(lines, 'BEGIN:VTODO')
  })

  test('of which a feed tells the last that came, however much is due before', async ({
    client,
    assert,
  }) => {
    const dueAt = new Date('2026-12-24T10:00:00Z')
    for (let rank = 0; rank < 200; rank++) await open('kervalan', `Échéance ${rank}`, { dueAt })
    await open('kervalan', 'Saisir la fiche 7')
    const { atom } = await feeds(client)
    const feed = await client.get(atom)
    assert.include(feed.text() ?? feed.body().toString(), 'Saisir la fiche 7')
  })

  test('at an address of which the base holds no more than a digest', async ({
    client,
    assert,
  }) => {
    const { secret } = await feeds(client)
    const row = await db
      .connection('app')
      .from('kernel.task_feeds')
      .where('person_id', nolwenn.id)
      .first()
    assert.notInclude(JSON.stringify(row), secret)
    const sessions = db.connection('app').from('kernel.sessions').whereLike('data', `%${secret}%`)
    assert.lengthOf(await sessions, 0)
  })

  test('until she changes the address or closes it', async ({ client }) => {
    const first = await feeds(client)
    const second = await feeds(client)
    ;(await client.get(first.atom)).assertStatus(404)
    ;(await client.get(second.ics)).assertStatus(200)
    await client.post('/compte/flux/fermeture').loginAs(nolwenn).withCsrfToken()
    ;(await client.get(second.atom)).assertStatus(404)
  })

  test('and is told how many wait in each place, by one question', async ({ client, assert }) => {
    const kervalan = await open('kervalan', 'Une')
    const saintOrven = await open('saint-orven', 'Deux')
    await open('saint-orven', 'Trois')
    const elsewhere = await place('landreval')
    const counts = await taskCounts(nolwenn.id, [kervalan, saintOrven, elsewhere.id])
    assert.deepEqual([counts.get(kervalan), counts.get(saintOrven)], [1, 2])
    assert.equal(counts.get(elsewhere.id), 0)
    const page = await client.get('/collectivites').loginAs(nolwenn)
    assert.include(page.text(), '2 à faire')
  })

  test('in lines that no calendar refuses: of 75 bytes at most, and escaped', ({ assert }) => {
    const title = `Signer ; viser, ${'é'.repeat(80)}`
    const at = new Date('2026-11-30T09:00:00Z')
    const text = calendar('Tâches', [
      { id: 'a', title, url: 'http://x', createdAt: at, dueAt: null },
    ])
    assert.isTrue(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
    assert.include(text.replaceAll('\r\n ', ''), 'SUMMARY:Signer \\; viser\\, é')
  })
})
