import { test } from '@japa/runner'
import { createTransport } from 'nodemailer'
import { fetchMails } from '#app/actes/gateways/imap_inbox'
import { smtpInbox } from '#app/actes/gateways/smtp_inbox'
import { hasTool } from '#tests/helpers/tools'
import { startDovecot } from './dovecot.js'

test.group('Our own SMTP listener', (group) => {
  let kept: Buffer[]
  let failing: boolean
  let port: number
  let stop: () => Promise<void>

  group.each.setup(async () => {
    kept = []
    failing = false
    stop = await smtpInbox({
      port: 0,
      addresses: ['tdt@actes.halle.test'],
      maxBytes: 10_000,
      onListening: (listening) => (port = listening),
    }).start(async (raw) => {
      if (failing) throw new Error('the database is away')
      kept.push(raw)
    })
    return () => stop()
  })

  const send = (to: string | string[], text = 'bonjour') =>
    createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
      from: 'ministere@example.fr',
      to,
      subject: 'réponse',
      text,
    })
  const refusal = async (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { responseCode: number }) => error.responseCode
    )

  test('says "received" only once the mail is kept, whole', async ({ assert }) => {
    await send('TDT@actes.halle.test', 'accusé')
    assert.lengthOf(kept, 1)
    assert.match(String(kept[0]), /^Subject: =\?UTF-8\?/m)
  })

  test('asks the sender to come back when the mail cannot be kept', async ({ assert }) => {
    failing = true
    assert.equal(await refusal(send('tdt@actes.halle.test')), 451)
    failing = false
    await send('tdt@actes.halle.test')
    assert.lengthOf(kept, 1)
  })

  test('takes its own address only: it is no relay', async ({ assert }) => {
    assert.equal(await refusal(send('quelquun@ailleurs.fr')), 550)
    await send(['quelquun@ailleurs.fr', 'tdt@actes.halle.test'])
    assert.lengthOf(kept, 1)
  })

  test('refuses a mail that is too large', async ({ assert }) => {
    assert.equal(await refusal(send('tdt@actes.halle.test', 'x'.repeat(20_000))), 552)
    assert.lengthOf(kept, 0)
  })

  test('a second listener waits for its turn instead of failing', async ({ assert }) => {
    const second = smtpInbox({ port, addresses: ['tdt@actes.halle.test'] })
    const stopSecond = await second.start(async (raw) => void kept.push(raw))
    await send('tdt@actes.halle.test')
    assert.lengthOf(kept, 1)
    await stopSecond()
  })
})

test.group('A mailbox fetched by IMAP, on dovecot', (group) => {
  group.tap((t) => t.skip(!hasTool('dovecot'), 'dovecot is not installed'))
  let dovecot: Awaited<ReturnType<typeof startDovecot>> | undefined
  group.setup(async () => {
    if (hasTool('dovecot')) dovecot = await startDovecot()
    return () => dovecot?.stop()
  })

  const mail = (id: string) => `Message-ID: <${id}@test>\r\nSubject: ${id}\r\n\r\ncorps\r\n`
  const fetched = async (fail = false) => {
    const subjects: string[] = []
    const work = fetchMails(dovecot!.url, async (raw) => {
      if (fail) throw new Error('the database is away')
      subjects.push(/^Subject: (.*)$/m.exec(String(raw))![1].trim())
    })
    if (fail) await work.catch(() => undefined)
    else await work
    return subjects
  }

  test('gives each mail once, and leaves it in the mailbox', async ({ assert }) => {
    dovecot!.deliver(mail('un'))
    dovecot!.deliver(mail('deux'))
    assert.sameMembers(await fetched(), ['un', 'deux'])
    assert.deepEqual(await fetched(), [])
  })

  test('gives again what could not be kept', async ({ assert }) => {
    dovecot!.deliver(mail('trois'))
    assert.deepEqual(await fetched(true), [])
    assert.deepEqual(await fetched(), ['trois'])
  })
})
