import { test } from '@japa/runner'
import { createTransport } from 'nodemailer'
import { clock } from '#kernel/clock'
import User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate, uuidv7 } from '#lib/values'
import { inboxStore } from '#app/actes/gateways/inbox_store'
import { keepMail, sweepInbox } from '#app/actes/jobs/process_mail'
import type Acte from '#app/actes/models/acte'
import Answer from '#app/actes/models/answer'
import { place } from '#tests/world/world'
import { change, commune, forgetJobs, reload, send, signedActe, until } from './room.js'

const NS = 'xmlns:actes="http://www.interieur.gouv.fr/ACTES#v1.1-20040216"'

/** A mail as the ministry sends it, raw. */
async function rawMail(files: { name: string; content: string }[]): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true })
  const { message } = await composer.sendMail({
    messageId: `<${uuidv7()}@test>`,
    from: 'ministere@example.fr',
    to: 'tdt@actes.halle.test',
    subject: '@CTES',
    attachments: files.map(({ name, content }) => ({ filename: name, content })),
  })
  return message as Buffer
}

const acknowledgement = (identifier: string) => ({
  name: `${identifier}-1-2_1.xml`,
  content: `<actes:ARActe ${NS} actes:IDActe="${identifier}" actes:DateReception="${LocalDate.at(clock.now())}"><actes:ActeRecu actes:Date="2026-11-20" actes:NumeroInterne="X" actes:CodeNatureActe="1"/></actes:ARActe>`,
})

test.group('Answers that cannot be handled alone', (group) => {
  let kervalan: Tenant
  let operator: User

  group.setup(async () => {
    kervalan = await commune()
    operator = await User.create({
      fullName: 'Exploitante',
      email: `exploitation.${uuidv7()}@exemple.test`,
      password: 'mot de passe de test',
      isOperator: true,
    })
  })
  group.each.setup(async () => {
    await forgetJobs()
  })

  const waiting = async (acte: Acte): Promise<Acte> =>
    change(kervalan, acte.id, (fresh) => send(kervalan, fresh))
  const keep = async (raw: Buffer) => {
    await keepMail(raw)
    const id = /<([0-9a-f-]{36})@test>/.exec(String(raw))![1]
    const find = async () => {
      const mails = await inboxStore.toHandle()
      return mails.find(({ messageId }) => messageId.includes(id)) ?? null
    }
    return find
  }
  const mailPages = '/exploitation/actes/reponses'

  test('a mail for an unknown SIREN waits, and is read again once the member exists', async ({
    client,
    assert,
  }) => {
    const find = await keep(await rawMail([acknowledgement('035-213509995-20261120-X-DE')]))
    await until(async () => (await find()) !== null)
    const mail = (await find())!
    assert.equal(mail.state, 'unmatched')
    assert.match(mail.error!, /SIREN 213509995/)
    const page = await client.get(mailPages).loginAs(operator)
    page.assertTextIncludes('213509995')
    await client
      .post(`${mailPages}/${mail.id}/relecture`)
      .loginAs(operator)
      .withCsrfToken()
      .redirects(0)
    await until(async () => (await inboxStore.find(mail.id))!.state === 'unmatched')
  })

  test('an acknowledgement without a known acte is attached by the operator', async ({
    client,
    assert,
  }) => {
    const acte = await waiting(await signedActe(kervalan))
    const lost = `035-${kervalan.siren}-20261119-E${uuidv7().slice(-10).toUpperCase()}-DE`
    const find = await keep(await rawMail([acknowledgement(lost)]))
    await until(async () => (await find()) !== null)
    const mail = (await find())!
    assert.equal(mail.routedTo, kervalan.id)
    const attach = (words: string) =>
      client
        .post(`${mailPages}/${mail.id}/rattachement`)
        .loginAs(operator)
        .withCsrfToken()
        .form({ tenant: kervalan.slug, acte: words })
        .redirects(0)
    await attach('INCONNU')
    assert.equal((await reload(kervalan, acte)).state, 'transmitted')
    await attach(acte.numero)
    assert.equal((await reload(kervalan, acte)).state, 'acknowledged')
    assert.isNull(await find())
  })

  test('an acknowledgement of another day under the same numero is not taken for ours', async ({
    assert,
  }) => {
    const acte = await waiting(await signedActe(kervalan))
    const other = `035-${kervalan.siren}-20250101-${acte.numero}-DE`
    const find = await keep(await rawMail([acknowledgement(other)]))
    await until(async () => (await find()) !== null)
    assert.equal((await reload(kervalan, acte)).state, 'transmitted')
  })

  test('an operator downloads the raw mail, and files it', async ({ client, assert }) => {
    const find = await keep(await rawMail([{ name: 'a.txt', content: 'rien' }]))
    await until(async () => (await find()) !== null)
    const mail = (await find())!
    const raw = await client.get(`${mailPages}/${mail.id}`).loginAs(operator)
    raw.assertHeader('content-type', 'message/rfc822')
    await client
      .post(`${mailPages}/${mail.id}?_method=DELETE`)
      .loginAs(operator)
      .withCsrfToken()
      .redirects(0)
    assert.isNull(await find())
    assert.isNotNull(await inboxStore.find(mail.id))
  })

  test('the same mail twice is kept once', async ({ assert }) => {
    const raw = await rawMail([{ name: 'a.txt', content: 'rien' }])
    assert.isString(await inboxStore.keep(raw))
    assert.isNull(await inboxStore.keep(raw))
  })

  test('a mail whose reading was cut by a crash is taken up again', async ({ assert }) => {
    const acte = await waiting(await signedActe(kervalan))
    const { identifier } = await reload(kervalan, acte)
    const id = (await inboxStore.keep(await rawMail([acknowledgement(identifier!)])))!
    await systemDb()
      .from('actes.inbox_mails')
      .where({ id })
      .update({ received_at: new Date(Date.now() - 60_000) })
    await sweepInbox()
    await until(async () => (await reload(kervalan, acte)).state === 'acknowledged')
    assert.equal((await inboxStore.find(id))!.state, 'understood')
  })

  test('an answer never touches the acte of another commune', async ({ assert }) => {
    const other = await place('saint-orven')
    const acte = await waiting(await signedActe(kervalan))
    const forged = `035-${other.siren}-20261120-${acte.numero}-DE`
    const find = await keep(await rawMail([acknowledgement(forged)]))
    await until(async () => (await find()) !== null)
    assert.equal((await reload(kervalan, acte)).state, 'transmitted')
    const answers = await tenancy.run(kervalan.id, () => Answer.query().where('acteId', acte.id))
    assert.lengthOf(answers, 0)
  })

  test('the application role reads no mail at all', async ({ assert }) => {
    await assert.rejects(() =>
      tenancy.run(kervalan.id, ({ trx }) => trx.from('actes.inbox_mails').select('id'))
    )
  })
})
