import { test } from '@japa/runner'
import logger from '@adonisjs/core/services/logger'
import { createTransport } from 'nodemailer'
import { inboxStore } from '#app/actes/gateways/inbox_store'
import { processMail } from '#app/actes/jobs/process_mail'
import type Acte from '#app/actes/models/acte'
import Answer from '#app/actes/models/answer'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate, uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { change, commune, forgetJobs, reload, send, signedActe, until } from './room.js'

const NS = 'xmlns:actes="http://www.interieur.gouv.fr/ACTES#v1.1-20040216"'
const PAGE = '/exploitation/actes/reponses'

/** The acknowledgement of an acte, as the ministry mails it; nobody has read it. */
async function mailAbout(identifier: string): Promise<string> {
  const content = `<actes:ARActe ${NS} actes:IDActe="${identifier}" actes:DateReception="${LocalDate.at(clock.now())}"><actes:ActeRecu actes:Date="2026-11-20" actes:NumeroInterne="X" actes:CodeNatureActe="1"/></actes:ARActe>`
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    messageId: `<${uuidv7()}@test>`,
    from: 'ministere@example.fr',
    to: 'tdt@actes.halle.test',
    subject: '@CTES',
    attachments: [{ filename: `${identifier}-1-2_1.xml`, content }],
  })
  return (await inboxStore.keep(message as Buffer))!
}

const readBy = (mailId: string) =>
  processMail.run({ mailId }, { tenantId: null, attempt: 1, lastAttempt: false, logger } as never)

/** Somebody waits for the row of a mail that another connection holds. */
const somebodyWaits = () =>
  until(async () => {
    const { rows } = await systemDb().rawQuery(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%inbox_mails%for no key update%'`
    )
    return rows.length > 0
  })

test.group('Two at one mail of the ministry', (group) => {
  let kervalan: Tenant
  let operator: User
  group.setup(async () => {
    kervalan = await commune()
    operator = await (await person('Ronan Le Bihan', {})).merge({ isOperator: true }).save()
  })
  group.each.setup(async () => void (await forgetJobs()))

  const waiting = async (): Promise<Acte> =>
    change(kervalan, (await signedActe(kervalan)).id, (fresh) => send(kervalan, fresh))
  const stateOf = async (mailId: string) => (await inboxStore.find(mailId))!.state
  const answersOf = (mailId: string) =>
    tenancy.run(kervalan.id, () => Answer.query().where({ mailId }).exec())

  test('two workers read it: one answer is kept, and none of them fails', async ({ assert }) => {
    const acte = await waiting()
    const mailId = await mailAbout(acte.identifier!)
    await Promise.all([readBy(mailId), readBy(mailId), readBy(mailId)])
    assert.lengthOf(await answersOf(mailId), 1)
    assert.equal(await stateOf(mailId), 'understood')
    assert.equal((await reload(kervalan, acte)).state, 'acknowledged')
  })

  test('filed while a worker was reading it, it stays filed and does nothing', async ({
    assert,
  }) => {
    const acte = await waiting()
    const mailId = await mailAbout(acte.identifier!)
    const filing = await systemDb().transaction()
    await filing.from('actes.inbox_mails').where({ id: mailId }).update({ state: 'discarded' })
    const reading = readBy(mailId)
    await somebodyWaits()
    await filing.commit()
    await reading
    assert.equal(await stateOf(mailId), 'discarded')
    assert.deepEqual(await answersOf(mailId), [])
    assert.equal((await reload(kervalan, acte)).state, 'transmitted')
  })

  test('two operators attach it to two actes at once: one acte receives it', async ({
    client,
    assert,
  }) => {
    const actes = [await waiting(), await waiting()]
    const mailId = await mailAbout(
      `035-${kervalan.siren}-20261119-E${uuidv7().slice(-10).toUpperCase()}-DE`
    )
    const attach = ({ numero }: Acte) =>
      client
        .post(`${PAGE}/${mailId}/rattachement`)
        .loginAs(operator)
        .withCsrfToken()
        .accept('json')
        .form({ tenant: kervalan.slug, acte: numero })
        .redirects(0)
    const answers = await Promise.all(actes.map(attach))
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [302, 409]
    )
    const states = await Promise.all(
      actes.map(async (acte) => (await reload(kervalan, acte)).state)
    )
    assert.sameMembers(states, ['acknowledged', 'transmitted'])
    assert.lengthOf(await answersOf(mailId), 1)
  })

  test('understood since, it is filed by nobody, who reads so', async ({ client, assert }) => {
    const acte = await waiting()
    const mailId = await mailAbout(acte.identifier!)
    await readBy(mailId)
    const late = await client
      .post(`${PAGE}/${mailId}?_method=DELETE`)
      .loginAs(operator)
      .withCsrfToken()
      .accept('json')
      .redirects(0)
    assert.deepEqual([late.status(), late.body().code], [409, 'E_ACTE_ANSWER_DECIDED'])
    assert.equal(await stateOf(mailId), 'understood')
  })
})
