import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import mail from '@adonisjs/mail/services/main'
import nodemailer from 'nodemailer'
import { clock } from '#kernel/clock'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { refusedForGood } from '#web/messages/dead_addresses'
import { uuidv7 } from '#lib/values'
import { forgetWhatWaits, sendOrders, sentMails, tell } from '#tests/helpers/mails'
import { person, place } from '#tests/world/world'
import { start } from '../../simulators/mailbox/index.js'

test.group('A mail that comes back', (group) => {
  let directory: string
  let mailbox: Awaited<ReturnType<typeof start>>
  let tenantId: string
  group.setup(async () => {
    tenantId = (await place('tregoat')).id
    directory = mkdtempSync(join(tmpdir(), 'halle-mailbox-'))
    mailbox = await start({ dataDir: directory })
  })
  group.teardown(async () => {
    await mailbox.stop()
    rmSync(directory, { recursive: true })
  })
  group.each.setup(async () => {
    await forgetWhatWaits(tenantId)
    return () => clock.release()
  })

  const refusalOf = (to: string) =>
    nodemailer
      .createTransport(mailbox.smtpUrl)
      .sendMail({ from: 'halle@halle.test', to, text: 'Bonjour' })
      .then(() => null)
      .catch((error: Error) => error)
  const waitsFor = async (personId: string) => {
    await tenancy.run(tenantId, () =>
      tasks.open({
        key: `test:${uuidv7()}`,
        capability: 'territory',
        title: 'Saisir',
        url: '/c/tregoat',
        personId,
      })
    )
    await tell(tenantId)
    clock.freeze(clock.now().plus({ minutes: 3 }).toISO({ includeOffset: false })!)
    await tell(tenantId)
  }

  test('is known by what the server says of its recipient', async ({ assert }) => {
    assert.include(refusedForGood(await refusalOf('inconnue@kervalan.test'))!, 'No such user')
    assert.isNull(await refusalOf('maelle@kervalan.test'))
    const wrapped = Object.assign(new Error('sending failed'), {
      cause: await refusalOf('inconnu.x@a.test'),
    })
    assert.isNotNull(refusedForGood(wrapped))
  })

  test('for an outage, a full box or a bad password is no dead address', ({ assert }) => {
    for (const error of [
      { code: 'ECONNREFUSED' },
      { code: 'EENVELOPE', responseCode: 450 },
      { code: 'EENVELOPE', responseCode: 552 },
      { code: 'EAUTH', responseCode: 550 },
      undefined,
    ]) {
      assert.isNull(refusedForGood(error))
    }
  })

  test('stops the next ones, and is told on screen until its owner says it is mended', async ({
    client,
    assert,
  }) => {
    const gone = await person('Partie Depuis', { tregoat: ['reader'] })
    await waitsFor(gone.id)
    const refusal = (await refusalOf('inconnue@kervalan.test'))!
    const { send } = mail
    try {
      mail.send = () => Promise.reject(refusal)
      await sendOrders()
    } finally {
      mail.send = send
    }
    await waitsFor(gone.id)
    assert.lengthOf(await sentMails(), 0)
    for (const page of ['/c/tregoat', '/compte/courriels']) {
      const answer = await client.get(page).loginAs(gone)
      assert.include(answer.text(), 'Votre adresse refuse nos courriels', page)
    }
    await client.post('/compte/courriels/reprise').loginAs(gone).withCsrfToken()
    await waitsFor(gone.id)
    assert.lengthOf(await sentMails(), 1)
  })
})
