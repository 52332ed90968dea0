import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import type { Email } from 'postal-mime'
import { LocalDate } from '#lib/values'
import { SchemaSet } from '#lib/xml'
import { buildActeMessage } from '#app/actes/formats/acte_message'
import { buildArchive } from '#app/actes/formats/archive'
import { buildEnvelope } from '#app/actes/formats/envelope'
import { readMail } from '#app/actes/formats/mail_reader'
import * as names from '#app/actes/formats/names'
import { buildCancellation, buildClassificationRequest } from '#app/actes/formats/small_messages'
import { sharedData } from '#tests/helpers/shared_data'
import { until } from '#tests/helpers/until'
import { start } from '../../simulators/ministry/index.js'
import { makeCertificate, post, startMailbox } from './loopback.js'
import { COMMUNE, message } from './sample_acte.js'

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')
const DAY = LocalDate.parse('2026-11-22')
const ID = '035-213502388-20261120-2026_045-DE'
const xsd = sharedData('actes', 'xsd-actes-typo', 'actesv1_1.xsd')
let counter = 0

async function archive(name: string, form: Buffer, documents: string[] = []) {
  const base = names.envelopeBase('TACT', COMMUNE.siren, DAY, ++counter)
  const envelope = buildEnvelope({
    sender: COMMUNE,
    returnAddresses: ['tdt@halle.example.fr'],
    messageNames: [name],
  })
  const bytes = await buildArchive([
    { name: names.envelopeName(base), bytes: envelope },
    { name, bytes: form },
    ...documents.map((document) => ({ name: document, bytes: PDF })),
  ])
  return { name: names.archiveName('HAL', base), bytes }
}

const acte = (objet: string, numero = '2026_045') => {
  const base = `035-213502388-20261120-${numero}-DE-1-1`
  const form = message({ objet, numero, documentName: `99_DE-${base}_1.pdf` })
  return archive(`${base}_0.xml`, buildActeMessage(form), [form.documentName])
}

const read = (mail: Email) =>
  readMail(
    mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      mediaType: mimeType,
      bytes: Buffer.from(content as ArrayBuffer),
    })),
    mail.html ?? ''
  )
const kinds = (mails: Email[]) =>
  mails.map((mail) => {
    const result = read(mail)
    return result.state === 'understood' ? result.messages[0].message.kind : result.state
  })

test.group('The ministry of the demonstration', (group) => {
  const folder = mkdtempSync(join(tmpdir(), 'halle-ministry-'))
  const certificate = makeCertificate(folder)
  const ca = readFileSync(certificate.certFile)
  let mailbox: Awaited<ReturnType<typeof startMailbox>>
  let ministry: Awaited<ReturnType<typeof start>>
  let dataDir: string

  const open = () =>
    start({
      dataDir,
      ...certificate,
      smtpUrl: `smtp://127.0.0.1:${mailbox.port}`,
      delays: { answer: 20, late: 60 },
    })
  const send = ({ name, bytes }: { name: string; bytes: Buffer }) =>
    post(`${ministry.url}/?user=halle&password=halle`, ca, name, bytes)

  group.each.setup(async () => {
    dataDir = mkdtempSync(join(folder, 'data-'))
    mailbox = await startMailbox()
    ministry = await open()
    return async () => {
      await ministry.stop()
      await mailbox.stop()
    }
  })
  group.teardown(() => rmSync(folder, { recursive: true }))

  test('takes an acte and acknowledges it by mail, with its own envelope', async ({ assert }) => {
    const sent = await send(await acte('Règlement intérieur'))
    assert.equal(sent.status, 200, sent.text)
    await until(() => mailbox.mails.length === 1)
    const mail = read(mailbox.mails[0])
    if (mail.state !== 'understood') throw new Error(mail.state)
    assert.equal(mail.siren, COMMUNE.siren)
    assert.containsSubset(mail.messages[0].message, { kind: 'acknowledgement', acteId: ID })
    assert.match(
      mailbox.mails[0].attachments[0].filename!,
      /^TACT--SPREF0351-213502388-\d{8}-1\.xml$/
    )
  })

  test('its answers are valid by the official schema', async ({ assert }) => {
    await send(await acte('Avec tout #courrier #pieces #observations #defere'))
    await send(await acte('#anomalie', 'B'))
    const request = buildClassificationRequest(null)
    await send(await archive('035-213502388----7-1_0.xml', request))
    await until(() => mailbox.mails.length === 7)
    const files = mailbox.mails.flatMap(({ attachments }) => attachments)
    const schema = SchemaSet.load(xsd!)
    for (const file of files.filter(({ filename }) => filename?.endsWith('.xml'))) {
      const problems = schema.validate(Buffer.from(file.content as ArrayBuffer))
      assert.deepEqual(problems, [], file.filename!)
    }
  }).skip(!xsd, 'the official schema is not on this machine')

  test('refuses a wrong password, a wrong name and a broken archive', async ({ assert }) => {
    const good = await acte('x')
    const url = `${ministry.url}/?user=halle&password=autre`
    assert.equal((await post(url, ca, good.name, good.bytes)).status, 401)
    assert.equal((await send({ ...good, name: 'x.tar.gz' })).status, 400)
    assert.equal((await send({ ...good, bytes: Buffer.from('x') })).status, 400)
  })

  test('refuses the same archive twice, and the same acte in another archive', async ({
    assert,
  }) => {
    const first = await acte('Une fois')
    await send(first)
    const again = await send(first)
    assert.equal(again.status, 409)
    assert.match(again.text, /déjà été transmise/)
    await send(await acte('Une fois'))
    await until(() => mailbox.mails.length === 2)
    assert.sameMembers(kinds(mailbox.mails), ['acknowledgement', 'anomaly'])
    const report = await fetchConsole()
    assert.deepEqual(report.receivedByActe, { [ID]: 1 })
  })

  test('{words} gives {answers}')
    .with([
      { words: '#anomalie', answers: ['anomaly'] },
      { words: '#enveloppe', answers: ['envelope_anomaly'] },
      { words: '#double', answers: ['acknowledgement', 'acknowledgement'] },
      { words: '#tard', answers: ['acknowledgement'] },
      { words: '#desordre', answers: ['letter', 'acknowledgement'] },
      { words: '#illisible', answers: ['unreadable', 'acknowledgement'] },
      { words: '#multicanal', answers: ['ignored', 'acknowledgement'] },
      { words: '#courrier', answers: ['acknowledgement', 'letter'] },
      { words: '#defere', answers: ['acknowledgement', 'deferral'] },
    ])
    .run(async ({ assert }, { words, answers }) => {
      await send(await acte(`Un objet ${words}`))
      await until(() => mailbox.mails.length === answers.length)
      assert.deepEqual(kinds(mailbox.mails), answers)
    })

  test('an acte refused may come again once corrected', async ({ assert }) => {
    await send(await acte('#anomalie'))
    await send(await acte('Corrigé'))
    await until(() => mailbox.mails.length === 2)
    assert.deepEqual(kinds(mailbox.mails), ['anomaly', 'acknowledgement'])
  })

  test('controls the classification, the files and the types', async ({ assert }) => {
    const base = '035-213502388-20261120-C-DE-1-1'
    const wrong = [
      message({ numero: 'C', classificationDate: '2020-01-01' }),
      message({ numero: 'C', documentName: `99_DE-${base}_1.pdf`, matiere: '5.99' }),
      message({ numero: 'C', documentName: `99_ZZ-${base}_1.pdf` }),
      message({ numero: 'C', documentName: `99_DE-${base}_1.pdf`, annexeNames: ['99_DE-x.pdf'] }),
    ]
    for (const form of wrong) {
      await send(await archive(`${base}_0.xml`, buildActeMessage(form), [form.documentName]))
    }
    await until(() => mailbox.mails.length === 4)
    assert.deepEqual(new Set(kinds(mailbox.mails)), new Set(['anomaly']))
  })

  test('cancels an acte that it holds, and no other', async ({ assert }) => {
    await send(await acte('x'))
    await send(await archive(`${ID}-6-1_0.xml`, buildCancellation(ID)))
    await send(await archive(`x-6-1_0.xml`, buildCancellation(ID.replace('045', '999'))))
    await until(() => mailbox.mails.length === 3)
    assert.sameMembers(kinds(mailbox.mails), [
      'acknowledgement',
      'cancellation_acknowledgement',
      'envelope_anomaly',
    ])
  })

  test('sends its classification, or says that it has not changed', async ({ assert }) => {
    const name = '035-213502388----7-1_0.xml'
    await send(await archive(name, buildClassificationRequest('2026-01-05')))
    await send(await archive(name, buildClassificationRequest('2020-01-01')))
    await until(() => mailbox.mails.length === 2)
    assert.sameMembers(kinds(mailbox.mails), ['classification_unchanged', 'classification'])
  })

  test('keeps an answer until a mail server takes it, even over a restart', async ({ assert }) => {
    mailbox.refuse = true
    await send(await acte('Patience'))
    await new Promise((next) => setTimeout(next, 100))
    await ministry.stop()
    mailbox.refuse = false
    ministry = await open()
    await until(() => mailbox.mails.length === 1)
    assert.deepEqual(kinds(mailbox.mails), ['acknowledgement'])
    await until(async () => (await fetchConsole()).mailsPending === 0)
  })

  test('cuts the connection after accepting, when asked', async ({ assert }) => {
    await assert.rejects(async () => send(await acte('#coupure')))
    await until(() => mailbox.mails.length === 1)
    assert.deepEqual(kinds(mailbox.mails), ['acknowledgement'])
  })

  async function fetchConsole() {
    const { get } = await import('node:https')
    return new Promise<{ receivedByActe: object; mailsPending: number }>((resolve, reject) => {
      get(`${ministry.url}/console/transactions`, { ca }, async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        resolve(JSON.parse(text))
      }).on('error', reject)
    })
  }
})
