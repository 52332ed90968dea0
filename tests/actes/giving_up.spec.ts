import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { acteAcknowledged } from '#app/actes/events'
import { objetProblems } from '#app/actes/rules/objet'
import { latin1Text, xml } from '#lib/xml'
import { sharedData } from '#tests/helpers/shared_data'
import { demoSigners } from '#tests/lib/signature/demo_signers'
import { certified } from '#tests/lib/signature/handmade_pdf'
import { person } from '#tests/world/world'
import { change, commune, forgetJobs, reload, sentActe, signedActe, transmit } from './room.js'

const SYSTEM = { kind: 'system' } as const

/** Runs a job of that name for an acte as if it were its last attempt. */
async function lastTry(name: string): Promise<void> {
  const row = await systemDb()
    .from('kernel.outbox')
    .where({ name })
    .whereNull('done_at')
    .orderBy('id', 'desc')
    .firstOrFail()
  await systemDb().from('kernel.outbox').where('id', row.id).update({ attempts: row.max_attempts })
  await runJob(row.id)
}

test.group('A job that gives up for good', (group) => {
  let kervalan: Tenant
  group.setup(async () => {
    kervalan = await commune()
  })
  group.each.setup(async () => {
    await forgetJobs()
  })
  const taskOf = (key: string) =>
    tenancy.run(kervalan.id, ({ trx }) => trx.from('kernel.tasks').where({ key }).first())

  test('an archive that cannot be built brings the acte back, with the reason', async ({
    assert,
  }) => {
    const acte = await signedActe(kervalan)
    await transmit(kervalan, acte)
    // Written before the rule was there, or by another hand than a form
    await change(kervalan, acte.id, (fresh) =>
      fresh.merge({ previousIdentifier: 'X\u0001' }).save()
    )
    await lastTry('actes.transmit')
    const fresh = await reload(kervalan, acte)
    assert.equal(fresh.state, 'anomaly')
    assert.isNotEmpty(fresh.anomalyDetail)
    assert.notInclude(fresh.anomalyDetail!, 'E_')
    assert.include((await taskOf(`actes.anomaly:${acte.id}`)).title, 'Reprendre')
  })

  test('a copy that cannot be stamped holds the acte up, and says how to go on', async ({
    assert,
    client,
  }) => {
    const acte = await sentActe(kervalan)
    await change(kervalan, acte.id, async (fresh) => {
      fresh.receivedOn = fresh.decisionDate
      await fresh.step('acknowledge', SYSTEM)
      await acteAcknowledged.emit({ acteId: fresh.id })
    })
    const identifier = (await reload(kervalan, acte)).identifier
    await change(kervalan, acte.id, (fresh) => fresh.merge({ receivedOn: null }).save())
    await lastTry('actes.publish')
    const held = await reload(kervalan, acte)
    assert.equal(held.state, 'acknowledged')
    assert.include(held.trouble!, 'Reprenez')
    assert.include((await taskOf(`actes.trouble:${acte.id}`)).title, 'resté en chemin')
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const here = `/c/${kervalan.slug}/actes/${acte.id}`
    const page = await client.get(here).loginAs(agent)
    assert.include(page.text(), 'La suite n’a pas pu être faite')
    await change(kervalan, acte.id, (fresh) =>
      fresh.merge({ receivedOn: fresh.decisionDate, identifier }).save()
    )
    await client.post(`${here}/relance`).loginAs(agent).withCsrfToken().redirects(0)
    assert.isNull((await reload(kervalan, acte)).trouble)
    assert.isUndefined((await taskOf(`actes.trouble:${acte.id}`)) ?? undefined)
    await lastTry('actes.publish')
    assert.equal((await reload(kervalan, acte)).state, 'published')
  })

  test('a document closed to our mark is held up at once, and goes on without it', async ({
    assert,
    client,
  }) => {
    const { mayor } = await demoSigners()
    const document = await tenancy.run(kervalan.id, () =>
      documents.store(certified(mayor, 2), { name: 'certifie.pdf' })
    )
    const acte = await sentActe(kervalan, { documentId: document.id })
    await change(kervalan, acte.id, async (fresh) => {
      fresh.receivedOn = fresh.decisionDate
      await fresh.step('acknowledge', SYSTEM)
      await acteAcknowledged.emit({ acteId: fresh.id })
    })
    const publication = () =>
      systemDb()
        .from('kernel.outbox')
        .where({ name: 'actes.publish' })
        .orderBy('id', 'desc')
        .first()
    await runJob((await publication()).id)
    assert.isNotNull((await publication()).failed_at, 'tried again although nothing can change')
    const held = await reload(kervalan, acte)
    assert.equal(held.state, 'acknowledged')
    assert.include(held.trouble!, 'n’accepte pas la mention de réception')
    assert.include((await taskOf(`actes.trouble:${acte.id}`)).title, 'resté en chemin')
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const here = `/c/${kervalan.slug}/actes/${acte.id}`
    assert.include((await client.get(here).loginAs(agent)).text(), 'la suite se fera sans elle')
    await client.post(`${here}/relance`).loginAs(agent).withCsrfToken().redirects(0)
    await runJob((await publication()).id)
    const published = await reload(kervalan, acte)
    assert.equal(published.state, 'published')
    assert.isNull(published.stampedDocumentId)
    assert.isNull(published.trouble)
  })

  test('an archive that the ministry never takes brings the acte back', async ({ assert }) => {
    const acte = await signedActe(kervalan)
    await transmit(kervalan, acte)
    await runJob(
      (await systemDb().from('kernel.outbox').where('name', 'actes.transmit').firstOrFail()).id
    )
    await lastTry('actes.post')
    const fresh = await reload(kervalan, acte)
    assert.equal(fresh.state, 'anomaly')
    assert.include(fresh.anomalyDetail!, 'malgré plusieurs essais')
  })
})

test.group('What XML cannot carry', () => {
  const typed = sharedData('house', 'cases', 'objet-with-control-character.txt')

  test('a manual break of a word processor becomes a space', ({ assert }) => {
    assert.deepEqual(objetProblems('Travaux\u000bvoirie'), [])
    assert.equal(latin1Text('Travaux\u000bvoirie\u000c'), 'Travaux voirie ')
    assert.equal(String(xml`<a b="${'x\u000by'}">${'x\u000cy'}</a>`), '<a b="x y">x y</a>')
  })

  test('any other is said at the field, by its number', ({ assert }) => {
    for (const code of [0, 1, 8, 0x0e, 0x1f, 0x7f + 1, 0xfffe, 0xd800]) {
      const [problem] = objetProblems(`Travaux${String.fromCharCode(code)}`)
      assert.include(problem, `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
    }
  })

  test('the objet of the case goes through', ({ assert }) => {
    assert.deepEqual(objetProblems(readFileSync(typed!, 'utf8').trim()), [])
  }).skip(!typed, 'the cases are not on this machine')
})
