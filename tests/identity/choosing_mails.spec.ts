import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { choosePaces } from '#web/messages/choose'
import { dueAt, type Pace } from '#web/messages/pace'
import { stopPath } from '#web/messages/stop_link'
import { uuidv7 } from '#lib/values'
import { forgetWhatWaits, sentMails, tell } from '#tests/helpers/mails'
import { person, place } from '#tests/world/world'

/** A Monday, at ten in Paris. */
const MONDAY = '2026-11-30T09:00:00Z'
const DUE = { at_once: '2026-11-30T09:02', daily: '2026-12-01T07:00', weekly: '2026-12-07T07:00' }

test.group('Mails of what waits', (group) => {
  let tenantId: string
  let nolwenn: User

  group.setup(async () => {
    tenantId = (await place('tregoat')).id
  })
  group.each.setup(async () => {
    await forgetWhatWaits(tenantId)
    nolwenn = await person('Nolwenn Riou', { tregoat: ['reader'] })
    clock.freeze(MONDAY)
    return () => clock.release()
  })

  const open = (capability = 'territory') =>
    tenancy.run(tenantId, () =>
      tasks.open({
        key: `test:${uuidv7()}`,
        capability,
        title: 'Saisir les valeurs',
        url: '/c/tregoat',
        personId: nolwenn.id,
      })
    )
  const choose = (wanted: Record<string, Pace | null>) =>
    choosePaces(nolwenn.id, new Map(Object.entries(wanted)))
  async function mailsAt(iso: string) {
    clock.freeze(iso)
    await tell(tenantId)
    return sentMails()
  }

  for (const [pace, at] of Object.entries(DUE)) {
    test(`come ${pace} when that is wanted`, ({ assert }) => {
      const due = dueAt(pace as Pace, clock.now())!
      assert.equal(due.toUTC().toISO()!.slice(0, 16), at)
    })
  }

  test('come at eight in the morning of Paris, in summer too', ({ assert }) => {
    clock.freeze('2026-07-06T05:59:00Z')
    assert.equal(dueAt('weekly', clock.now())!.toUTC().toISO()!.slice(0, 16), '2026-07-06T06:00')
  })

  test('wait for the morning of who wants one a day', async ({ assert }) => {
    await choose({ '': 'daily' })
    await open()
    await open()
    assert.lengthOf(await mailsAt('2026-11-30T09:00:00Z'), 0)
    assert.lengthOf(await mailsAt('2026-12-01T06:59:00Z'), 0)
    const [letter, ...others] = await mailsAt('2026-12-01T07:00:00Z')
    assert.lengthOf(others, 0)
    assert.include(letter.subject, '2 choses vous attendent')
  })

  test('follow what is wanted of a room, before what is wanted everywhere', async ({ assert }) => {
    await choose({ '': 'never', 'territory': 'at_once' })
    await open('territory')
    await open('actes')
    await mailsAt(MONDAY)
    const [letter, ...others] = await mailsAt('2026-11-30T09:03:00Z')
    assert.lengthOf(others, 0)
    assert.include(letter.text, 'Projet de territoire')
    assert.notInclude(letter.text, '(Actes)')
  })

  test('that were noted already follow a choice made since', async ({ assert }) => {
    await open()
    await mailsAt(MONDAY)
    await choose({ '': 'daily' })
    assert.lengthOf(await mailsAt('2026-11-30T09:03:00Z'), 0)
    assert.lengthOf(await mailsAt('2026-12-01T07:01:00Z'), 1)
  })

  test('that were ordered already are not sent to who wants none any more', async ({ assert }) => {
    await open()
    await tell(tenantId)
    clock.freeze('2026-11-30T09:03:00Z')
    await tell(tenantId)
    await choose({ '': 'never' })
    assert.lengthOf(await sentMails(), 0)
  })

  test('are chosen on the account page, everywhere and for one room', async ({
    client,
    assert,
  }) => {
    const page = await client.get('/compte/courriels').loginAs(nolwenn)
    assert.include(page.text(), 'Une fois par jour')
    const answer = await client
      .post('/compte/courriels')
      .loginAs(nolwenn)
      .withCsrfToken()
      .form({ 'pace': 'weekly', 'rooms[actes]': 'never', 'rooms[territory]': '' })
    answer.assertStatus(200)
    assert.match(answer.text(), /value="weekly"[^>]*checked/)
    assert.match(answer.text(), /value="never"[^>]*selected/)
  })

  test('are stopped in one click by a mail program, without a page nor a session', async ({
    client,
    assert,
  }) => {
    await open()
    await mailsAt(MONDAY)
    const [letter] = await mailsAt('2026-11-30T09:03:00Z')
    const headers = JSON.stringify(letter)
    assert.include(headers, stopPath(nolwenn.id))
    assert.match(headers, /List-Unsubscribe=One-Click/i)
    const answer = await client.post(stopPath(nolwenn.id)).form({ 'List-Unsubscribe': 'One-Click' })
    answer.assertStatus(200)
    await open()
    assert.lengthOf(await mailsAt('2026-12-14T09:03:00Z'), 0)
  })

  test('are not stopped by a link that we never made', async ({ client }) => {
    const [, mine] = stopPath(nolwenn.id).split('.')
    const other = await person('Erwan Tanguy', {})
    ;(await client.post(`/courriels/arret/${other.id}.${mine}`)).assertStatus(404)
    ;(await client.get('/courriels/arret/nothing')).assertStatus(404)
  })
})
