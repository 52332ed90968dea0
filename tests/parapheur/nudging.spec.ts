import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { saveSettings } from '#kernel/settings'
import { choosePaces } from '#web/messages/choose'
import { recallWhatWaits } from '#web/messages/recall'
import { LocalDate } from '#lib/values'
import { tenancy } from '#kernel/tenancy'
import { sentMails, tell } from '#tests/helpers/mails'
import { townHall, type TownHall } from './town_hall.js'

test.group('Somebody who waits', (group) => {
  let hall: TownHall
  let folder: string
  group.each.setup(async () => {
    hall = await townHall()
    folder = await hall.open({ circuit: 'signature' })
    await letters()
    return () => clock.release()
  })

  const later = (amount: object) =>
    clock.freeze(clock.now().plus(amount).toISO({ includeOffset: false })!)
  async function letters() {
    await tell(hall.tenant.id)
    later({ minutes: 3 })
    await tell(hall.tenant.id)
    return sentMails()
  }
  const page = () => `${hall.base}/dossiers/${folder}`

  test('nudges those she waits for, once a day', async ({ client, assert }) => {
    const nudge = () =>
      client.post(`${page()}/relance`).loginAs(hall.agent).withCsrfToken().redirects(1)
    const before = await client.get(page()).loginAs(hall.agent)
    assert.include(before.text(), 'Relancer')
    ;(await nudge()).assertStatus(200)
    const [letter, ...others] = await letters()
    assert.lengthOf(others, 0)
    assert.include(letter.to, hall.mayor.email)
    assert.match(letter.text, /Maëlle Le Goff vous relance\s: Signer un dossier/)
    const after = await client.get(page()).loginAs(hall.agent)
    assert.notInclude(after.text(), `${page()}/relance`)
    assert.include(after.text(), 'Relance faite')
    const refused = await client
      .post(`${page()}/relance`)
      .loginAs(hall.agent)
      .withCsrfToken()
      .header('accept', 'application/json')
    assert.equal(refused.body().code, 'E_NUDGED_ALREADY')
    later({ hours: 24 })
    ;(await nudge()).assertStatus(200)
    assert.lengthOf(await letters(), 1)
  })

  test('is not offered it when she is the one who is waited for', async ({ client, assert }) => {
    const text = (await client.get(page()).loginAs(hall.mayor)).text()
    assert.notInclude(text, 'Relancer')
    const refused = await client
      .post(`${page()}/relance`)
      .loginAs(hall.mayor)
      .withCsrfToken()
      .header('accept', 'application/json')
    assert.equal(refused.body().code, 'E_NOBODY_TO_NUDGE')
  })

  test('is told when those she waits for want no mail', async ({ client, assert }) => {
    await choosePaces(hall.mayor.id, new Map([['', 'never' as const]]))
    const answer = await client
      .post(`${page()}/relance`)
      .loginAs(hall.agent)
      .withCsrfToken()
      .redirects(1)
    assert.include(answer.text(), 'ne veulent pas de courriel')
    assert.lengthOf(await letters(), 0)
  })

  test('sees what waits recalled after a week, and each week, once', async ({ assert }) => {
    const recalled = async () => {
      await hall.run(recallWhatWaits)
      await hall.run(recallWhatWaits)
      return letters()
    }
    later({ days: 6 })
    assert.lengthOf(await recalled(), 0)
    later({ days: 1 })
    const [letter, ...others] = await recalled()
    assert.lengthOf(others, 0)
    assert.match(letter.text, /Toujours en attente\s: Signer un dossier/)
    assert.lengthOf(await recalled(), 0)
    later({ days: 7 })
    assert.lengthOf(await recalled(), 1)
  })

  test('does both in the rhythm that the member has set', async ({ client, assert }) => {
    const { tenant } = hall
    await hall.run(() => saveSettings('identity', { recallDays: '3', nudgeHours: '48' }))
    try {
      later({ days: 3 })
      await hall.run(recallWhatWaits)
      assert.lengthOf(await letters(), 1)
      const nudge = () =>
        client
          .post(`${page()}/relance`)
          .loginAs(hall.agent)
          .withCsrfToken()
          .header('accept', 'application/json')
      await nudge()
      later({ hours: 24 })
      const refused = await nudge()
      assert.equal(refused.body().code, 'E_NUDGED_ALREADY')
      assert.match(
        refused.body().title ?? refused.body().detail,
        /est possible dans|est possible demain/
      )
      later({ hours: 24 })
      await nudge()
      assert.isNotEmpty(await letters())
    } finally {
      await hall.run(() => saveSettings('identity', tenant.settings.identity ?? {}))
    }
  })

  test('sees what is late told, once', async ({ assert }) => {
    const today = String(LocalDate.at(clock.now()))
    await hall.run(() =>
      tenancy.trx().from('kernel.tasks').where('subject_id', folder).update({ due_at: today })
    )
    const toldLate = async () => {
      await hall.run(recallWhatWaits)
      return letters()
    }
    later({ days: 1 })
    const [letter, ...others] = await toldLate()
    assert.lengthOf(others, 0)
    assert.match(letter.text, /En retard\s: Signer un dossier/)
    later({ days: 1 })
    assert.lengthOf(await toldLate(), 0)
  })
})
