import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { trustAnchors } from '#kernel/trust'
import capability from '#app/parapheur/room'
import Folder from '#app/parapheur/models/folder'
import Seal from '#app/parapheur/models/seal'
import { withdrawFolder } from '#app/parapheur/circuit/act'
import { giveSealUp } from '#app/parapheur/signing/seal_trouble'
import { depositSeal } from '#app/parapheur/signing/deposit_seal'
import { lastErrorOf, runDueJobs } from '#tests/helpers/jobs'
import { HOLDER, testTrust } from '#tests/helpers/trust'
import { issue } from '../../simulators/pki/authority.js'
import { makeP12 } from '../../simulators/pki/p12.js'
import { townHall, type TownHall } from './town_hall.js'
import { inspectNow } from '#tests/helpers/inspect_now'

test.group('The seal of a collectivite', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })
  const deposit = async () => {
    const { sealP12, pki } = await testTrust()
    await hall.run(() => depositSeal(sealP12, pki.password, SYSTEM))
  }

  test('is put by the platform once the visa is given', async ({ client, assert }) => {
    await deposit()
    const id = await hall.open({ circuit: 'visa-cachet' })
    await client.post(`${hall.base}/dossiers/${id}/visa`).loginAs(hall.secretary).withCsrfToken()
    await runDueJobs(hall.tenant.id)
    const pdf = await hall.run(async () => {
      const folder = await Folder.get(id)
      assert.equal(folder.state, 'signed')
      return documents.read((await folder.contents())[0].documentId)
    })
    const report = await inspectNow(pdf, { trustAnchors: await trustAnchors() })
    assert.equal(report.status, 'valid')
    assert.equal(report.signatures[0].signer?.commonName, 'Cachet serveur - Commune de Kervalan')
  })

  test('when it is missing, the folder waits and the administrator is asked', async ({
    client,
    assert,
  }) => {
    const id = await hall.open({ circuit: 'visa-cachet' })
    const url = `${hall.base}/dossiers/${id}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    await runDueJobs(hall.tenant.id)
    assert.include(await lastErrorOf(hall.tenant.id, 'parapheur.apply_seal'), 'Aucun cachet')
    assert.include((await client.get(url).loginAs(hall.secretary)).text(), 'Le cachet attend')
    const asked = await hall.run(() =>
      tenancy.trx().from('kernel.tasks').where('key', 'parapheur.seal').first()
    )
    assert.equal(asked.role, 'administrator')

    await deposit()
    await runDueJobs(hall.tenant.id)
    assert.equal((await hall.run(() => Folder.get(id))).state, 'signed')
  })

  test('is deposited through its page, and refused with a wrong password', async ({
    client,
    assert,
  }) => {
    const { pki } = await testTrust()
    const send = (password: string) =>
      client
        .post(`${hall.base}/cachet`)
        .loginAs(hall.secretary)
        .withCsrfToken()
        .header('referer', `${hall.base}/cachet`)
        .file('store', pki.sealP12(HOLDER))
        .fields({ password })
    const wrong = await send('faux')
    assert.include(wrong.text(), 'Le mot de passe ne correspond pas à ce certificat')
    const right = await send(pki.password)
    assert.include(right.text(), 'Cachet serveur - Commune de Kervalan')
  })

  test('is refused when nobody could verify what it seals', async ({ assert }) => {
    await testTrust()
    const stranger = await issue({ usage: 'seal', subject: 'CN=Inconnue', years: 1 })
    const p12 = makeP12(stranger, [], 'secret', 'Inconnue')
    await assert.rejects(
      () => hall.run(() => depositSeal(p12, 'secret', SYSTEM)),
      /n’est pas reconnue ici/
    )
    assert.isNull(await hall.run(() => Seal.inForce()))
  })

  test('that cannot be put in the end is told on the page of the folder', async ({
    client,
    assert,
  }) => {
    await deposit()
    const id = await hall.open({ circuit: 'visa-cachet' })
    const url = `${hall.base}/dossiers/${id}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    const steps = await hall.run(async () => (await Folder.get(id)).steps())
    await giveSealUp({ folderId: id, stepId: steps[1].id }, hall.tenant.id)
    const page = await client.get(url).loginAs(hall.secretary)
    assert.include(page.text(), 'Le cachet n’a pas pu être apposé')
    await runDueJobs(hall.tenant.id)
    assert.equal((await hall.run(() => Folder.get(id))).state, 'signed')
  })

  test('waits for nobody any more once the folder is withdrawn', async ({ client, assert }) => {
    await deposit()
    const id = await hall.open({ circuit: 'visa-cachet' })
    await client.post(`${hall.base}/dossiers/${id}/visa`).loginAs(hall.secretary).withCsrfToken()
    const [, sealing] = await hall.run(async () => (await Folder.get(id)).steps())
    await giveSealUp({ folderId: id, stepId: sealing.id }, hall.tenant.id)
    const asked = () =>
      hall.run(() => tenancy.trx().from('kernel.tasks').where('subject_id', id).select('key'))
    assert.deepEqual(await asked(), [{ key: `parapheur.seal_failed:${sealing.id}` }])
    await hall.run(() => withdrawFolder(id, hall.agent.id))
    assert.deepEqual(await asked(), [])
  })

  test('rests encrypted', async ({ assert }) => {
    await deposit()
    const row = await hall.run(() => tenancy.trx().from('parapheur.seals').firstOrFail())
    const { sealP12, pki } = await testTrust()
    assert.notInclude(row.store, sealP12.toString('base64').slice(0, 40))
    assert.notInclude(row.password, pki.password)
    const seal = await hall.run(() => Seal.inForce())
    assert.lengthOf((await seal!.open()).chain, 2)
  })

  test('is written again when the application key changes, and opens still', async ({ assert }) => {
    await deposit()
    const row = () => hall.run(() => tenancy.trx().from('parapheur.seals').firstOrFail())
    const before = await row()
    assert.equal(await hall.run(() => capability.rotateSecrets!()), 1)
    const after = await row()
    assert.notEqual(after.store, before.store)
    assert.notEqual(after.password, before.password)
    assert.lengthOf((await (await hall.run(() => Seal.inForce()))!.open()).chain, 2)
  })

  test('is nobody’s business but the administrator’s', async ({ client, assert }) => {
    const answer = await client.get(`${hall.base}/cachet`).loginAs(hall.agent)
    assert.equal(answer.status(), 403)
  })
})
