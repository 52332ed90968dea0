import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { readArchive } from '#app/actes/formats/archive'
import { inboxStore } from '#app/actes/gateways/inbox_store'
import { processMail } from '#app/actes/jobs/process_mail'
import { watchAnswer } from '#app/actes/jobs/watch_answer'
import type Acte from '#app/actes/models/acte'
import Answer from '#app/actes/models/answer'
import {
  change,
  exchange,
  type Exchange,
  latestSending,
  reload,
  runDueJobs,
  signedActe,
  transmit,
  until,
  untilState,
} from './room.js'

test.group('Transmitting an acte to the ministry', (group) => {
  let { kervalan, ministry } = {} as Exchange

  group.each.setup(() => exchange((opened) => ({ kervalan, ministry } = opened)))

  const sent = (objet: string) => signedActe(kervalan, { objet } as Partial<Acte>)
  const transmissionOf = (acte: Acte) => latestSending(kervalan, acte)
  const answersOf = (acte: Acte) =>
    tenancy.run(kervalan.id, () => Answer.query().where('acteId', acte.id).orderBy('id').exec())
  const quiet = () => until(async () => ministry.report().mailsPending === 0 && !(await hasJobs()))
  const hasJobs = async () =>
    (
      await systemDb()
        .from('kernel.outbox')
        .whereLike('name', 'actes.%')
        .whereNull('done_at')
        .whereNull('failed_at')
        .where('run_at', '<', new Date(Date.now() + 60_000))
    ).length > 0
  const receivedTimes = async (acte: Acte) =>
    ministry.report().receivedByActe[(await reload(kervalan, acte)).identifier!]

  test('goes from signed to acknowledged, with the date of the prefecture', async ({ assert }) => {
    const acte = await sent('Un acte ordinaire')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    const received = await reload(kervalan, acte)
    assert.match(received.identifier!, /^035-\d{9}-20261120-T[0-9A-F]+-DE$/)
    assert.equal(received.receivedOn!.toISODate(), (await answersOf(acte))[0].saidOn)
    assert.equal(await receivedTimes(acte), 1)
  })

  test('keeps the archive exactly as it was sent', async ({ assert }) => {
    const acte = await sent('Archive gelée')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    const transmission = await transmissionOf(acte)
    const bytes = await tenancy.run(kervalan.id, () =>
      documents.read(transmission.archiveDocumentId)
    )
    const names = (await readArchive(bytes)).map(({ name }) => name)
    assert.equal(names[0], `${transmission.envelope}.xml`)
    assert.lengthOf(names, 3)
    const report = ministry
      .report()
      .transactions.find(({ archive }) => archive === transmission.archiveName)
    assert.equal(report!.sha256, transmission.archiveDigest)
    assert.equal(transmission.state, 'answered')
  })

  test('numbers the envelopes of the day without a hole, even at the same time', async ({
    assert,
  }) => {
    const actes = [await sent('A'), await sent('B'), await sent('C')]
    await Promise.all(actes.map((acte) => transmit(kervalan, acte)))
    // Those that are answered first go on, as far as the archives, while the last one waits.
    for (const acte of actes)
      await until(async () => Boolean((await reload(kervalan, acte)).receivedOn))
    const envelopes = await Promise.all(actes.map(async (a) => (await transmissionOf(a)).envelope))
    const counters = envelopes.map((name) => Number(name.split('-').at(-1))).sort((a, b) => a - b)
    assert.deepEqual(counters, [counters[0], counters[0] + 1, counters[0] + 2])
  })

  test('waits for a ministry that is down, and loses nothing', async ({ assert }) => {
    await ministry.stopMinistry()
    const acte = await sent('Ministère fermé')
    await transmit(kervalan, acte)
    await runDueJobs()
    await runDueJobs()
    assert.equal((await transmissionOf(acte)).state, 'frozen')
    assert.equal((await reload(kervalan, acte)).state, 'transmitting')
    await ministry.startMinistry()
    await untilState(kervalan, acte, 'acknowledged')
    assert.equal(await receivedTimes(acte), 1)
  })

  test('tries again when the server says that it is busy', async ({ assert }) => {
    const acte = await sent('#indisponible la première fois')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    assert.equal((await transmissionOf(acte)).attempts, 2)
  })

  test('an anomaly shows the reason; corrected, the acte goes again', async ({ assert }) => {
    const acte = await sent('#anomalie')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'anomaly')
    const stopped = await reload(kervalan, acte)
    assert.equal(stopped.anomalyCode, '002')
    assert.match(stopped.anomalyDetail!, /classification/)
    await change(kervalan, acte.id, async (fresh) => fresh.merge({ objet: 'Corrigé' }).save())
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    assert.isNull((await reload(kervalan, acte)).anomalyCode)
    assert.equal(await receivedTimes(acte), 1)
  })

  test('finds its acte by the name of the envelope when that is all there is', async ({
    assert,
  }) => {
    const acte = await sent('#enveloppe')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'anomaly')
    assert.equal((await reload(kervalan, acte)).anomalyCode, '999')
  })

  test('a second acknowledgement, by another mail, changes nothing', async ({ assert }) => {
    const acte = await sent('#double')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    await quiet()
    assert.lengthOf(await answersOf(acte), 1)
    const rows = await tenancy.run(kervalan.id, ({ trx }) =>
      trx.from('actes.acte_transitions').where({ acte_id: acte.id, event: 'acknowledge' })
    )
    assert.lengthOf(rows, 1)
  })

  test('a letter that comes before the acknowledgement is kept', async ({ assert }) => {
    const acte = await sent('#desordre')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    await quiet()
    const kinds = (await answersOf(acte)).map(({ kind }) => kind)
    assert.sameMembers(kinds, ['2-1', 'acknowledgement'])
  })

  test('a letter keeps its PDF and asks an agent to read it', async ({ assert }) => {
    const acte = await sent('#pieces')
    await transmit(kervalan, acte)
    await until(async () => (await answersOf(acte)).length === 2)
    const letter = (await answersOf(acte)).find(({ kind }) => kind === '3-1')!
    assert.lengthOf(letter.attachmentIds, 1)
    assert.match(letter.detail!, /plan annexé/)
    const tasks = await tenancy.run(kervalan.id, ({ trx }) =>
      trx.from('kernel.tasks').where('subject_id', acte.id)
    )
    assert.match(tasks[0].title, /^Transmettre les pièces demandées/)
  })

  test('an agent is told when no answer came, until it comes', async ({ assert }) => {
    const acte = await sent('#tard')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'transmitted')
    const titles = () =>
      tenancy.run(kervalan.id, ({ trx }) =>
        trx.from('kernel.tasks').where('subject_id', acte.id).select('title')
      )
    const context = { tenantId: kervalan.id } as never
    await watchAnswer.run({ acteId: acte.id }, context)
    assert.deepEqual(await titles(), [], 'it was sent a moment ago')
    clock.freeze(DateTime.utc().plus({ hours: 4 }).toISO())
    await watchAnswer.run({ acteId: acte.id }, context)
    clock.release()
    assert.match((await titles())[0].title, /attendu depuis 4 heures/)
    await untilState(kervalan, acte, 'acknowledged')
    assert.deepEqual(await titles(), [])
  })

  test('an unreadable mail waits for a person, and does not stop the others', async ({
    assert,
  }) => {
    const acte = await sent('#illisible')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    await quiet()
    const waiting = (await inboxStore.toHandle()).filter(({ subject }) =>
      subject?.includes(acte.numero)
    )
    assert.equal(waiting[0].state, 'unreadable')
    assert.match(waiting[0].error!, /mal formé/)
  })

  test('a multicanal mail without XML is ignored without an error', async ({ assert }) => {
    const before = (await inboxStore.toHandle()).length
    const acte = await sent('#multicanal')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    await quiet()
    assert.lengthOf(await inboxStore.toHandle(), before)
  })

  test('reading a mail twice changes nothing', async ({ assert }) => {
    const acte = await sent('Relecture')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    const [answer] = await answersOf(acte)
    await processMail.enqueueForPlatform({ mailId: answer.mailId })
    await quiet()
    assert.lengthOf(await answersOf(acte), 1)
    assert.notEqual((await reload(kervalan, acte)).state, 'anomaly')
  })
})
