import { test } from '@japa/runner'
import { auditObjects } from '#app/archiving/jobs/audit_objects'
import { buildProof } from '#app/archiving/jobs/build_proof'
import Deposit from '#app/archiving/models/deposit'
import { provision } from '#console/provisioning'
import Membership from '#kernel/people/membership'
import User from '#kernel/people/user'
import type { Role } from '#kernel/room'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { someSiren } from '#tests/helpers/siren'
import { person, place } from '#tests/world/world'
import { archive, askForDeposit, contextOf, withTimeAuthority } from './archive_world.js'

const COMMUNE = { kind: 'commune', name: 'Commune neuve', departement: '035', arrondissement: '1' }
const ENORA = {
  name: 'Enora Cadiou',
  title: 'Archiviste',
  roles: ['archivist' as const],
  password: 'demonstration-halle',
}

test.group('The pages of the archives', (group) => {
  let tenantId: string
  let agent: User
  let archivist: User
  const base = '/c/kervalan/archives'

  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    archivist = await person('Gaël Le Bihan', { kervalan: ['archivist'] })
    await withTimeAuthority()
  })

  test('list what was deposited, with its state, and find it by its words', async ({
    client,
    assert,
  }) => {
    const title = `Convention ${Date.now()}`
    await archive(tenantId, await askForDeposit(tenantId, { title }))
    const page = await client.get(`${base}?q=${title.replace(' ', '+')}`).loginAs(agent)
    page.assertStatus(200)
    assert.include(page.text(), title)
    assert.include(page.text(), 'Archivé')
    const none = await client.get(`${base}?q=introuvable-xyz`).loginAs(agent)
    assert.include(none.text(), 'Aucun versement ne répond')
  })

  test('show a deposit: its rules in words, its files, its checks, its history', async ({
    client,
    assert,
  }) => {
    const { id } = await archive(tenantId, await askForDeposit(tenantId))
    const page = (await client.get(`${base}/versements/${id}`).loginAs(agent)).text()
    for (const words of [
      '1 an, jusqu’au 19 novembre 2027',
      'Conservation définitive',
      'À tous, depuis le 19 novembre 2026',
      'Original signé',
      'Réponse de l’archive',
      'UNITS_RULES_COMPUTE.OK',
      'Versement accepté par l’archive',
      'Le dossier de preuve se prépare',
    ]) {
      assert.include(page, words)
    }
  })

  test('hand over each file as a download, and no file of another deposit', async ({
    client,
    assert,
  }) => {
    const one = await archive(tenantId, await askForDeposit(tenantId))
    const other = await archive(tenantId, await askForDeposit(tenantId))
    const file = await client
      .get(`${base}/versements/${one.id}/fichiers/${one.sipDocumentId}`)
      .loginAs(agent)
    file.assertStatus(200)
    assert.match(file.header('content-disposition')!, /^attachment; .*HALLE-\d{9}/)
    const foreign = await client
      .get(`${base}/versements/${one.id}/fichiers/${other.sipDocumentId}`)
      .loginAs(agent)
    foreign.assertStatus(404)
  })

  test('hand over the proof once it is ready', async ({ client, assert }) => {
    const { id } = await archive(tenantId, await askForDeposit(tenantId))
    const early = await client.get(`${base}/versements/${id}/preuve`).loginAs(agent)
    early.assertStatus(409)
    await buildProof.run({ depositId: id }, contextOf(tenantId))
    const page = await client.get(`${base}/versements/${id}`).loginAs(agent)
    assert.include(page.text(), 'Télécharger le dossier de preuve')
    const proof = await client.get(`${base}/versements/${id}/preuve`).loginAs(agent)
    proof.assertStatus(200)
    assert.equal(proof.header('content-type'), 'application/zip')
  })

  test('let the archivist have the files read again, and show the result', async ({
    client,
    assert,
  }) => {
    const { id } = await archive(tenantId, await askForDeposit(tenantId))
    const url = `${base}/versements/${id}/relecture`
    const refused = await client.post(url).loginAs(agent).withCsrfToken().redirects(0)
    assert.notEqual(refused.status(), 200)
    const jobs = () => systemDb().from('kernel.outbox').where('dedupe_key', `archiving.audit.${id}`)
    assert.lengthOf(await jobs(), 0)
    await client.post(url).loginAs(archivist).withCsrfToken().redirects(0)
    assert.lengthOf(await jobs(), 1)
    await auditObjects.run({ depositId: id }, contextOf(tenantId))
    const page = await client.get(`${base}/versements/${id}`).loginAs(agent)
    assert.include(page.text(), 'tous intacts')
  })

  test('let somebody try a rejected deposit again', async ({ client, assert }) => {
    const access = { rule: 'AR999', startDate: '2026-11-19' }
    const { id } = await archive(tenantId, await askForDeposit(tenantId, { access }))
    const page = await client.get(`${base}/versements/${id}`).loginAs(agent)
    assert.include(page.text(), 'Une règle de gestion n’est pas connue.')
    await client
      .post(`${base}/versements/${id}/reprise`)
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    const state = await tenancy.run(tenantId, async () => (await Deposit.get(id)).state)
    assert.equal(state, 'prepared')
  })

  test('let the archivist freeze a folder, and thaw it', async ({ client, assert }) => {
    const { id } = await archive(tenantId, await askForDeposit(tenantId))
    const hold = {
      owner: 'Service juridique',
      reason: 'Recours contentieux',
      ends_on: '2027-03-01',
    }
    await client
      .post(`${base}/versements/${id}/gels`)
      .loginAs(archivist)
      .form(hold)
      .withCsrfToken()
      .redirects(0)
    const frozen = (await client.get(`${base}/versements/${id}`).loginAs(archivist)).text()
    assert.include(frozen, 'Recours contentieux (Service juridique)')
    assert.include(frozen, '1<sup>er</sup> mars 2027')
    const [, gel] = /gels\/([0-9a-f-]{36})/.exec(frozen)!
    await client
      .post(`${base}/versements/${id}/gels/${gel}?_method=DELETE`)
      .loginAs(archivist)
      .withCsrfToken()
      .redirects(0)
    const thawed = (await client.get(`${base}/versements/${id}`).loginAs(archivist)).text()
    assert.include(thawed, 'Gel levé')
    assert.notInclude(thawed, 'Recours contentieux (')
  })

  test('refuse a freeze that is already over, or whose end is no date', async ({
    client,
    assert,
  }) => {
    const { id } = await archive(tenantId, await askForDeposit(tenantId))
    for (const day of ['2020-01-01', '2026-02-30', 'bientôt']) {
      const answer = await client
        .post(`${base}/versements/${id}/gels`)
        .loginAs(archivist)
        .header('accept', 'application/json')
        .form({ owner: 'Service juridique', reason: 'Recours', ends_on: day })
        .withCsrfToken()
        .redirects(0)
      answer.assertStatus(422)
      assert.equal(answer.body().code, 'E_ARCHIVING_HOLD_OVER')
    }
  })

  test('sum up what is held', async ({ client, assert }) => {
    await archive(tenantId, await askForDeposit(tenantId))
    const page = await client.get(`${base}/fonds`).loginAs(agent)
    page.assertStatus(200)
    assert.include(page.text(), 'Actes soumis au contrôle de légalité')
  })

  test('do not exist for somebody of another collectivite', async ({ client }) => {
    const { id } = await archive(tenantId, await askForDeposit(tenantId))
    const stranger = await person('Annick Prigent', { 'saint-orven': ['agent'] })
    const there = await client.get(`${base}/versements/${id}`).loginAs(stranger)
    there.assertStatus(404)
    const here = await client.get(`/c/saint-orven/archives/versements/${id}`).loginAs(stranger)
    here.assertStatus(404)
  })
})

test.group('An archivist whose own fund is empty', () => {
  /** Enora in a commune that has just joined, and where else she works. */
  async function newcomer(elsewhere: Partial<Record<'kervalan' | 'landreval', Role[]>>) {
    const siren = someSiren()
    const [slug, email] = [`essai-${siren}`, `enora.${siren}@exemple.test`]
    const people = [{ ...ENORA, email }]
    await provision({ ...COMMUNE, siren, slug, people })
    const enora = (await User.findBy('email', email))!
    for (const [name, roles] of Object.entries(elsewhere)) {
      const { id } = await place(name as 'kervalan')
      const membership = { userId: enora.id, roles, title: null, state: 'active' }
      await tenancy.run(id, () => Membership.create(membership))
    }
    return { enora, slug }
  }

  test('is led to the archives that she keeps elsewhere', async ({ client, assert }) => {
    const { enora, slug } = await newcomer({ kervalan: ['archivist'], landreval: ['reader'] })
    const page = await client.get(`/c/${slug}/archives`).loginAs(enora)
    assert.include(page.text(), 'Vous tenez aussi les archives de')
    assert.include(page.text(), 'href="/c/kervalan/archives"')
    assert.notInclude(page.text(), 'href="/c/landreval/archives"')
    const fund = await client.get('/c/kervalan/archives').loginAs(enora)
    fund.assertStatus(200)
  })

  test('is told how she is given them, and begins with the archives', async ({
    client,
    assert,
  }) => {
    const { enora, slug } = await newcomer({})
    const page = await client.get(`/c/${slug}/archives`).loginAs(enora)
    assert.include(page.text(), 'demandez à la personne qui l’administre de vous y inviter')
    const home = await client.get(`/c/${slug}`).loginAs(enora)
    assert.include(home.text(), `<a href="/c/${slug}/archives">Archives</a>`)
  })

  test('keeps some fund in the demonstration', async ({ assert }) => {
    const { default: kervalan } = await import('../../tenants/demo/3_kervalan.js')
    const enora = kervalan.people!.find(({ name }) => name === 'Enora Cadiou')
    assert.deepEqual(enora?.roles, ['archivist'])
  })
})
