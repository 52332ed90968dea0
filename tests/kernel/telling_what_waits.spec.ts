import { test } from '@japa/runner'
import mail from '@adonisjs/mail/services/main'
import { clock } from '#kernel/clock'
import { runJob } from '#kernel/jobs/runner'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { gatherLines } from '#web/messages/gather'
import { orderMails } from '#web/messages/order'
import { uuidv7 } from '#lib/values'
import { forgetWhatWaits, sentMails, tell } from '#tests/helpers/mails'
import { person, place } from '#tests/world/world'

const MORNING = '2026-11-30T09:00:00Z'
const after = (minutes: number) =>
  clock.freeze(clock.now().plus({ minutes }).toISO({ includeOffset: false })!)

test.group('What waits for somebody is told by mail', (group) => {
  let tenantId: string
  let nolwenn: User

  group.setup(async () => {
    tenantId = (await place('tregoat')).id
  })
  group.each.setup(async () => {
    await forgetWhatWaits(tenantId)
    nolwenn = await person('Nolwenn Riou', { tregoat: ['reader'] })
    clock.freeze(MORNING)
    return () => clock.release()
  })
  const open = (title: string, more: object = { personId: nolwenn.id }) =>
    tenancy.run(tenantId, () =>
      tasks.open({
        key: `test:${uuidv7()}`,
        capability: 'territory',
        title,
        url: '/c/tregoat/projet',
        ...more,
      })
    )
  const toldAndSent = async () => {
    await tell(tenantId)
    after(3)
    await tell(tenantId)
    return sentMails()
  }

  test('in text and in HTML, with where to do it, and no image from afar', async ({ assert }) => {
    await open('Saisir les valeurs 2026 de la fiche 1.2')
    const [letter, ...others] = await toldAndSent()
    assert.lengthOf(others, 0)
    assert.include(letter.to, nolwenn.email)
    assert.equal(letter.subject, 'Commune de Trégoat : une chose vous attend')
    for (const body of [letter.text, letter.html]) {
      assert.include(body, 'Saisir les valeurs 2026 de la fiche 1.2')
      assert.match(body, /http\S+\/c\/tregoat\/projet/)
    }
    assert.notMatch(letter.html, /<img|url\(|<link|<script/)
  })

  test('once, however often it is looked at', async ({ assert }) => {
    await open('Saisir une fois')
    assert.lengthOf(await toldAndSent(), 1)
    assert.lengthOf(await toldAndSent(), 0)
  })

  test('in one mail, when several things come within two minutes', async ({ assert }) => {
    await open('Saisir la première')
    await tell(tenantId)
    after(1)
    await open('Saisir la seconde')
    await tell(tenantId)
    assert.lengthOf(await sentMails(), 0)
    after(1)
    await tell(tenantId)
    const [letter, ...others] = await sentMails()
    assert.lengthOf(others, 0)
    assert.equal(letter.subject, 'Commune de Trégoat : 2 choses vous attendent')
    assert.include(letter.text, 'Saisir la première')
    assert.include(letter.text, 'Saisir la seconde')
  })

  test('to everybody who holds the role, and to nobody else', async ({ assert }) => {
    const [one, two] = [
      await person('Agente Une', { tregoat: ['contributor'] }),
      await person('Agent Deux', { tregoat: ['contributor'] }),
    ]
    await open('Saisir pour toutes', { role: 'contributor' })
    const letters = await toldAndSent()
    const told = [one, two, nolwenn].map(({ email }) =>
      letters.some(({ to }) => to.includes(email))
    )
    assert.deepEqual(told, [true, true, false])
  })

  test('not when it was done before the mail left', async ({ assert }) => {
    await tenancy.run(tenantId, () =>
      tasks.open({
        key: 'test:gone',
        capability: 'territory',
        title: 'Fini',
        url: '/',
        personId: nolwenn.id,
      })
    )
    await tell(tenantId)
    after(3)
    await tell(tenantId)
    await tenancy.run(tenantId, () => tasks.close('test:gone'))
    assert.lengthOf(await sentMails(), 0)
  })

  test('and forgotten three months after it was done', async ({ assert }) => {
    await open('Saisir puis oublier')
    await toldAndSent()
    const kept = () =>
      tenancy.run(tenantId, ({ trx }) => trx.from('kernel.mails').where('person_id', nolwenn.id))
    after(91 * 24 * 60)
    await tell(tenantId)
    assert.lengthOf(await kept(), 1)
    await forgetWhatWaits(tenantId)
    await tell(tenantId)
    assert.lengthOf(await kept(), 0)
  })

  test('without a word of it, when its room says no words of its own', async ({ assert }) => {
    await open('Inviter de nouveau Soizic Madec', { personId: nolwenn.id, capability: 'portal' })
    const [letter] = await toldAndSent()
    assert.include(letter.text, 'Quelque chose vous attend (')
    assert.notInclude(letter.text + letter.html + letter.subject, 'Soizic')
  })

  test('in one write with the order to send it: an end between the two leaves neither', async ({
    assert,
  }) => {
    await open('Saisir malgré la panne')
    await tenancy.run(tenantId, async () => {
      await gatherLines()
      tenancy.fail()
    })
    await tell(tenantId)
    after(3)
    await tenancy.run(tenantId, async () => {
      assert.equal(await orderMails(), 1)
      tenancy.fail()
    })
    assert.lengthOf(await sentMails(), 0)
    await tell(tenantId)
    assert.lengthOf(await sentMails(), 1)
  })

  test('again under the same Message-ID, when the worker died after the yes of the server', async ({
    assert,
  }) => {
    await open('Saisir deux fois')
    await tell(tenantId)
    after(3)
    await tell(tenantId)
    const { id } = await systemDb()
      .from('kernel.outbox')
      .where('name', 'kernel.send_mail')
      .whereNull('done_at')
      .firstOrFail()
    const seen: string[] = []
    {
      using fake = mail.fake()
      await runJob(id)
      seen.push(
        ...fake.messages.sent().map(({ nodeMailerMessage }) => String(nodeMailerMessage.messageId))
      )
    }
    // As if the process had been killed before it wrote that the mail was sent
    await tenancy.run(tenantId, ({ trx }) =>
      trx.from('kernel.mails').where('person_id', nolwenn.id).update({ sent_at: null })
    )
    await systemDb().from('kernel.outbox').where({ id }).update({ done_at: null })
    seen.push(...(await sentMails()).map(({ messageId }) => messageId))
    assert.lengthOf(seen, 2)
    assert.equal(seen[0], seen[1])
    // Handed over again once it is written, it sends nothing
    await systemDb().from('kernel.outbox').where({ id }).update({ done_at: null })
    assert.lengthOf(await sentMails(), 0)
  })
})
