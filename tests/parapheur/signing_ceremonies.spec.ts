import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { trust } from '#config/trust'
import { clock } from '#kernel/clock'
import { platformHealth } from '#console/health'
import { documents } from '#kernel/documents'
import { signerWith } from '#lib/signature'
import { tenancy } from '#kernel/tenancy'
import Ceremony from '#app/parapheur/models/ceremony'
import { forgetSessions } from '#app/parapheur/jobs/forget_sessions'
import Folder from '#app/parapheur/models/folder'
import { giveSignaturesUp } from '#app/parapheur/signing/embed_signatures'
import { keepCeremony, prepareDocuments } from '#app/parapheur/signing/open_ceremony'
import { planCeremony } from '#app/parapheur/signing/plan_ceremony'
import { runDueJobs } from '#tests/helpers/jobs'
import { testTrust } from '#tests/helpers/trust'
import { createPrivateKey } from 'node:crypto'
import { issue } from '../../simulators/pki/authority.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import { answerSession, openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('A signing session', (group) => {
  let hall: TownHall
  let id: string
  let url: string
  group.each.setup(async () => {
    hall = await townHall()
    id = await hall.open({ circuit: 'signature' })
    url = `${hall.base}/dossiers/${id}`
  })
  group.each.teardown(() => clock.release())
  const folder = () => hall.run(() => Folder.get(id))

  test('answered twice by a double click, signs once', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    const answers = await Promise.all([
      answerSession(client, session, hall.mayor, signer),
      answerSession(client, session, hall.mayor, signer),
    ])
    assert.deepEqual(
      answers.map((answer) => answer.status()),
      [201, 201]
    )
    await runDueJobs(hall.tenant.id)
    const events = await hall.run(() =>
      tenancy.trx().from('kernel.events').where('type', 'parapheur.folder_signed')
    )
    assert.lengthOf(events, 1)
    const [main] = await hall.run(async () => (await Folder.get(id)).contents())
    const pdf = await hall.run(() => documents.read(main.documentId))
    assert.equal(pdf.toString('latin1').split('/ETSI.CAdES.detached').length - 1, 1)
  })

  test('dies when another one is opened', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const first = (await openSession(client, url, hall.mayor, signer)).body()
    await openSession(client, url, hall.mayor, signer)
    const answer = await answerSession(client, first, hall.mayor, signer)
    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_CEREMONY_DEAD')
  })

  test('dies when the document changed meanwhile', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    await hall.run(async () => {
      const other = await documents.store(await samplePdf(['Autre texte']), { name: 'autre.pdf' })
      const [main] = await (await Folder.get(id)).contents()
      await main.merge({ documentId: other.id }).save()
    })
    const answer = await answerSession(client, session, hall.mayor, signer)
    assert.equal(answer.body().code, 'E_CEREMONY_DEAD')
  })

  test('does not open on a document that changed while it was prepared', async ({ assert }) => {
    const { mayor: signer } = await testTrust()
    const plan = await hall.run(() => planCeremony(id, hall.mayor.id, signer))
    const items = await prepareDocuments(plan, hall.tenant.id)
    await hall.run(async () => {
      const other = await documents.store(await samplePdf(['Autre texte']), { name: 'autre.pdf' })
      const [main] = await (await Folder.get(id)).contents()
      await main.merge({ documentId: other.id }).save()
    })
    await assert.rejects(() => hall.run(() => keepCeremony(plan, items)), /n’est plus valable/)
    assert.lengthOf(await hall.run(() => Ceremony.query()), 0)
  })

  test('is prepared with no transaction open', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const open = documents.open
    const contexts = new Set<boolean>()
    documents.open = async (documentId) => {
      const stream = await open(documentId)
      async function* watched() {
        for await (const part of stream) {
          contexts.add(tenancy.current()?.trx.isCompleted ?? true)
          yield part
        }
      }
      return Readable.from(watched())
    }
    try {
      const answer = await openSession(client, url, hall.mayor, signer)
      answer.assertStatus(201)
    } finally {
      documents.open = open
    }
    assert.deepEqual([...contexts], [true])
  })

  test('does not open without the list of authorities, and says whom to tell', async ({
    client,
    assert,
  }) => {
    const { mayor: signer } = await testTrust()
    const { anchorsFile } = trust
    trust.anchorsFile = `${anchorsFile}.absent`
    try {
      const answer = await openSession(client, url, hall.mayor, signer)
      answer.assertStatus(503)
      assert.equal(answer.body().code, 'E_TRUST_ANCHORS_MISSING')
      assert.notInclude(answer.text(), anchorsFile)
      const { checks } = await platformHealth()
      assert.isFalse(checks.find(({ name }) => name === 'Autorités reconnues')!.works)
    } finally {
      trust.anchorsFile = anchorsFile
    }
    assert.equal((await openSession(client, url, hall.mayor, signer)).status(), 201)
  })

  test('dies after a quarter of an hour', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    clock.freeze(clock.now().plus({ minutes: 16 }).toISO()!)
    const answer = await answerSession(client, session, hall.mayor, signer)
    assert.equal(answer.body().code, 'E_CEREMONY_DEAD')
  })

  test('that nobody answered is forgotten the day after, with what was prepared', async ({
    client,
    assert,
  }) => {
    const { mayor: signer } = await testTrust()
    await openSession(client, url, hall.mayor, signer)
    const facts = () =>
      hall.run(async () => {
        const [ceremony] = await Ceremony.query()
        return { state: ceremony.state, items: (await ceremony.items()).length }
      })
    const forget = async () => {
      await hall.run(() => forgetSessions.enqueue({}))
      await runDueJobs(hall.tenant.id)
      return facts()
    }
    assert.deepEqual(await forget(), { state: 'open', items: 1 })
    clock.freeze(clock.now().plus({ days: 2 }).toISO()!)
    assert.deepEqual(await forget(), { state: 'dead', items: 0 })
  })

  test('takes no signature made by another key', async ({ client, assert }) => {
    const { mayor: signer, sealP12, pki } = await testTrust()
    const { openP12 } = await import('#lib/signature/p12_reader')
    const other = await openP12(sealP12, pki.password)
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    const answer = await answerSession(client, session, hall.mayor, other)
    assert.equal(answer.body().code, 'E_SIGNATURE_DOES_NOT_MATCH')
    assert.equal((await folder()).state, 'in_progress')
  })

  test('is of nobody else', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    const answer = await answerSession(client, session, hall.secretary, signer)
    assert.equal(answer.status(), 404)
  })

  test('does not open with a certificate of an unknown authority', async ({ client, assert }) => {
    const stranger = await issue({ usage: 'seal', subject: 'CN=Inconnue', years: 1 })
    const signer = signerWith(createPrivateKey(stranger.privateKey), [stranger.certificate])
    const answer = await openSession(client, url, hall.mayor, signer)
    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_CERTIFICATE_NOT_TRUSTED')
  })

  test('does not open with what is no certificate', async ({ client, assert }) => {
    const signer = {
      certificate: Buffer.from('bonjour'),
      chain: [],
      sign: (bytes: Buffer) => bytes,
    }
    const answer = await openSession(client, url, hall.mayor, signer)
    assert.equal(answer.body().code, 'E_CERTIFICATE_UNREADABLE')
  })

  test('keeps what it adds to the document, not the document again', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    await openSession(client, url, hall.mayor, signer)
    const [item] = await hall.run(async () => (await Ceremony.query().firstOrFail()).items())
    const [main] = await hall.run(async () => (await Folder.get(id)).contents())
    const base = await hall.run(() => documents.read(main.documentId))
    assert.equal(Number(item.baseLength), base.length)
    assert.isBelow(item.tail.length, 60_000)
  })

  test('that cannot be dated dies in the end, and the desk is asked again', async ({
    client,
    assert,
  }) => {
    const { mayor: signer } = await testTrust()
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    await answerSession(client, session, hall.mayor, signer)
    const waiting = () =>
      hall.run(() => tenancy.trx().from('kernel.tasks').where('subject_id', id).select('person_id'))
    assert.lengthOf(await waiting(), 0)
    const [ceremony] = await hall.run(() => Ceremony.query())
    await giveSignaturesUp(ceremony.id, hall.tenant.id)
    assert.deepEqual(
      (await waiting()).map((task) => task.person_id),
      [hall.mayor.id]
    )
    const page = (await client.get(url).loginAs(hall.mayor)).text()
    assert.include(page, 'La signature est à refaire')
    const again = (await openSession(client, url, hall.mayor, signer)).body()
    await answerSession(client, again, hall.mayor, signer)
    await runDueJobs(hall.tenant.id)
    assert.equal((await folder()).state, 'signed')
  })
})
