import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { trustAnchors } from '#kernel/trust'
import { bordereauOf, folderSummary } from '#rooms/parapheur'
import Folder from '#app/parapheur/models/folder'
import { runDueJobs } from '#tests/helpers/jobs'
import { hasTool, run } from '#tests/helpers/tools'
import { testTrust } from '#tests/helpers/trust'
import { samplePdf } from '#tests/lib/signature/sample_pdf'
import { isFiled } from '#tests/ged/support/filed'
import { answerSession, openSession } from './signing_session.js'
import { member, townHall, type TownHall } from './town_hall.js'
import { inspectNow } from '#tests/helpers/inspect_now'

test.group('A folder on its way', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  test('goes through a visa, then a signature, and comes out signed', async ({
    client,
    assert,
  }) => {
    const { mayor: signer } = await testTrust()
    const id = await hall.open({ origin: '0193a0b0-0000-7000-8000-000000000042' })
    const url = `${hall.base}/dossiers/${id}`
    const visa = await client
      .post(`${url}/visa`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .redirects(0)
      .form({ annotation: 'Relu avec la trésorerie.' })
    visa.assertStatus(302)
    const session = await openSession(client, url, hall.mayor, signer)
    session.assertStatus(201)
    const answer = await answerSession(client, session.body(), hall.mayor, signer)
    answer.assertStatus(201)
    assert.equal(answer.body().page, url)
    await runDueJobs(hall.tenant.id)
    const filed = await isFiled(hall.tenant.id, { room: 'parapheur', id }, assert)
    assert.match(filed.path!, /^Parapheur\/\d{4}\/Délibération 2026-042$/)

    const signed = await hall.run(async () => {
      const folder = await Folder.get(id)
      assert.equal(folder.state, 'signed')
      const [main, annex] = await folder.contents()
      assert.equal(annex.documentId, annex.originalDocumentId)
      const event = await tenancy
        .trx()
        .from('kernel.events')
        .where('type', 'parapheur.folder_signed')
        .first()
      assert.deepEqual(event.payload.documentIds, [main.documentId])
      assert.deepEqual(event.payload.origin, {
        capability: 'actes',
        id: '0193a0b0-0000-7000-8000-000000000042',
      })
      return documents.read(main.documentId)
    })
    const report = await inspectNow(signed, { trustAnchors: await trustAnchors() })
    assert.equal(report.status, 'valid')
    assert.equal(report.signatures[0].signer?.commonName, 'Soizic Madec')
    assert.equal(report.signatures[0].timestamp?.status, 'valid')
  })

  test('is shown where it is, to whoever opened it', async ({ assert }) => {
    const id = await hall.open()
    const summary = await hall.run(() => folderSummary(id))
    assert.equal(summary.waitsFor, 'Secrétariat général')
    assert.deepEqual(
      summary.steps.map(({ label, current }) => [label, current]),
      [
        ['Visa', true],
        ['Signature', false],
      ]
    )
  })

  test('waits on the list of those who may act, and of nobody else', async ({ client, assert }) => {
    const id = await hall.open()
    const waiting = () =>
      hall.run(() => tenancy.trx().from('kernel.tasks').where('subject_id', id).select('person_id'))
    assert.deepEqual(
      (await waiting()).map((task) => task.person_id),
      [hall.secretary.id]
    )
    await client.post(`${hall.base}/dossiers/${id}/visa`).loginAs(hall.secretary).withCsrfToken()
    assert.deepEqual(
      (await waiting()).map((task) => task.person_id),
      [hall.mayor.id]
    )
  })

  test('is not acted on by another desk, nor out of turn', async ({ client, assert }) => {
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    for (const user of [hall.agent, hall.mayor]) {
      const visa = await client
        .post(`${url}/visa`)
        .loginAs(user)
        .withCsrfToken()
        .header('accept', 'application/json')
      visa.assertStatus(403)
      assert.equal(visa.body().code, 'E_NOT_YOUR_STEP')
    }
    const { mayor: signer } = await testTrust()
    const early = await openSession(client, url, hall.mayor, signer)
    early.assertStatus(403)
  })

  test('takes one visa when two are given at once', async ({ client, assert }) => {
    const id = await hall.open()
    const colleague = await member(hall.tenant, 'Anne Le Gall', ['agent'], 'Secrétaire générale')
    const answers = await Promise.all(
      [hall.secretary, colleague].map((user) =>
        client
          .post(`${hall.base}/dossiers/${id}/visa`)
          .loginAs(user)
          .withCsrfToken()
          .header('accept', 'application/json')
          .redirects(0)
      )
    )
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [302, 409]
    )
  })

  test('keeps the circuit with which it was opened', async ({ assert }) => {
    const { provisionParapheur } = await import('#rooms/parapheur')
    const { default: commune } = await import('../../tenants/blueprints/commune.js')
    const id = await hall.open()
    const changed = structuredClone(commune.parapheur)
    changed.circuits[0].steps.shift()
    await hall.run(() => provisionParapheur(changed))
    const before = await hall.run(() => folderSummary(id))
    const after = await hall.run(async () => folderSummary(await Promise.resolve(id)))
    assert.lengthOf(before.steps, 2)
    assert.deepEqual(after, before)
    const another = await hall.open()
    assert.lengthOf((await hall.run(() => folderSummary(another))).steps, 1)
  })

  test('says on its bordereau who did what', async ({ client, assert }) => {
    const id = await hall.open()
    await client
      .post(`${hall.base}/dossiers/${id}/visa`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .form({ annotation: 'Relu avec la trésorerie.' })
    const pdf = await hall.run(() => bordereauOf(id))
    const { pki } = await testTrust()
    const file = join(pki.rootFile, '..', 'bordereau.pdf')
    writeFileSync(file, pdf)
    const text = run('pdftotext', ['-layout', file, '-']).output
    for (const words of [
      'Bordereau de signature',
      'Délibération 2026-042',
      'Yann Kerbrat',
      'Relu avec la trésorerie.',
      'deliberation.pdf',
    ]) {
      assert.include(text, words)
    }
  }).skip(!hasTool('pdftotext'), 'pdftotext is not installed')

  test('is refused at the door when its document asks for a password', async ({ assert }) => {
    const { openFolder } = await import('#rooms/parapheur')
    const folder = mkdtempSync(join(tmpdir(), 'halle-locked-'))
    const [open, locked] = ['open.pdf', 'locked.pdf'].map((name) => join(folder, name))
    writeFileSync(open, await samplePdf())
    run('qpdf', ['--encrypt', 'a123456', 'a123456', '256', '--', open, locked])
    const attempt = () =>
      hall.run(async () => {
        const { id } = await documents.store(readFileSync(locked), { name: 'protege.pdf' })
        await openFolder({
          title: 'Protégé',
          documents: [{ documentId: id, toSign: true }],
          origin: { capability: 'actes', id },
          by: { kind: 'system' },
        })
      })
    await assert.rejects(attempt, /protégé par un mot de passe/)
    rmSync(folder, { recursive: true })
  }).skip(!hasTool('qpdf'), 'qpdf is not installed')
})
