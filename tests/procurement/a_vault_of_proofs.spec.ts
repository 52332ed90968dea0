import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { allPeriodics } from '#kernel/jobs/periodic'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { behind } from '#app/outsiders/wall/wall'
import Consultation from '#app/procurement/drafting/consultation'
import { forgetCandidatures, KEPT_DAYS } from '#app/procurement/jobs/forget_candidatures'
import { keepProof } from '#app/procurement/vault/keep_proof'
import { rotateVaults } from '#app/procurement/vault/at_rest'
import Proof from '#app/procurement/vault/proof'
import { LocalDate } from '#lib/values'
import { bidder, onlineConsultation, type Bidder } from './bidders.js'
import {
  answering,
  dossierFiles,
  emptyGroupBox,
  grouped,
  groupLetters,
  heldBidder,
} from './companies.js'
import { market, type Market } from './room.js'

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')

test.group('A vault of proofs', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
    await emptyGroupBox()
  })
  group.each.teardown(() => clock.release())

  /** A proof that somebody puts in the vault of her company, by the form. */
  const puts = (client: any, her: Bidder, fields: Record<string, string>, bytes = PDF) =>
    client
      .post('/moi/coffre')
      .withSession(her.session)
      .withCsrfToken()
      .fields({ establishment: her.establishmentId, kind: 'urssaf', ...fields })
      .file('proof', bytes, { filename: 'vigilance.pdf' })
      .accept('json')
      .redirects(0)
  const proofsOf = ({ establishmentId }: Bidder) =>
    behind({ establishments: [establishmentId] }, () => Proof.of(establishmentId))

  test('keeps a proof with the day when its kind ends, and shows it to who acts for the company', async ({
    client,
    assert,
  }) => {
    clock.freeze('2026-11-30T10:00:00Z')
    const her = await heldBidder('Cariou')
    ;(await puts(client, her, { issuedOn: '2026-10-01' })).assertStatus(302)
    const [proof] = await proofsOf(her)
    assert.equal(proof.expiresOn!.toISODate(), '2027-04-01')
    const page = await client.get('/moi/coffre').withSession(her.session)
    page.assertTextIncludes('Attestation de vigilance')
    page.assertTextIncludes('1<sup>er</sup> avril 2027')
    const file = await client.get(`/moi/coffre/${proof.id}`).withSession(her.session)
    assert.equal(file.header('content-disposition'), 'attachment; filename="vigilance.pdf"')
    await client.post(`/moi/coffre/${proof.id}/retrait`).withSession(her.session).withCsrfToken()
    assert.lengthOf(await proofsOf(her), 0)
  })

  test('opens neither to who only says that she acts for the company, nor to another, nor to a buyer', async ({
    client,
    assert,
  }) => {
    const [her, claims, other] = [
      await heldBidder('Cariou'),
      await bidder('Pennec'),
      await heldBidder('Riou'),
    ]
    ;(await puts(client, her, { issuedOn: '2026-10-01' })).assertStatus(302)
    const refused = await puts(client, claims, { issuedOn: '2026-10-01' })
    assert.equal(refused.body().code, 'E_VAULT_CLOSED')
    const theft = await puts(client, other, {
      establishment: her.establishmentId,
      issuedOn: '2026-10-01',
    })
    assert.equal(theft.body().code, 'E_VAULT_CLOSED')
    const [{ id }] = await proofsOf(her)
    for (const { session } of [claims, other])
      (await client.get(`/moi/coffre/${id}`).withSession(session)).assertStatus(404)
    const count = 'select 1 from procurement.proofs'
    assert.equal((await db.connection('app').rawQuery(count)).rowCount, 0)
    await tenancy.run(town.tenant.id, async ({ trx }) =>
      assert.equal((await trx.rawQuery(count)).rowCount, 0)
    )
    await behind({ establishments: [other.establishmentId] }, async (trx) =>
      assert.equal((await trx.rawQuery(count)).rowCount, 0)
    )
  })

  test('rests under the key of the application, each proof bound to its row, through a rotation', async ({
    client,
    assert,
  }) => {
    const her = await heldBidder('Cariou')
    for (const issuedOn of ['2026-09-01', '2026-10-01'])
      (await puts(client, her, { issuedOn })).assertStatus(302)
    const ids = (await proofsOf(her)).map(({ id }) => id).toSorted()
    const resting = async () =>
      (await systemDb().from('procurement.proofs').whereIn('id', ids).orderBy('id')).map(
        ({ sealed }: { sealed: Buffer }) => sealed
      )
    const [first, second] = await resting()
    assert.isFalse(Buffer.concat([first, second]).includes('%PDF'))
    assert.isAtLeast(await rotateVaults(), 2)
    assert.notDeepEqual((await resting())[0], first)
    const read = (id: string) => client.get(`/moi/coffre/${id}`).withSession(her.session)
    assert.deepEqual(Buffer.from((await read(ids[0])).body()), PDF)
    await systemDb().from('procurement.proofs').where({ id: ids[0] }).update({ sealed: second })
    assert.notInclude([200, 302], (await read(ids[0])).status())
    await systemDb().from('procurement.proofs').where({ id: ids[0] }).update({ sealed: first })
  })

  test('refuses what is no PDF and no image, and days that cannot be, at their fields', async ({
    client,
    assert,
  }) => {
    clock.freeze('2026-11-30T10:00:00Z')
    const her = await heldBidder('Cariou')
    const script = await puts(client, her, { issuedOn: '2026-10-01' }, Buffer.from('<html>'))
    assert.equal(script.body().code, 'E_DOCUMENT_TYPE')
    const wrong = await puts(client, her, { issuedOn: '2026-12-01', expiresOn: '2026-02-31' })
    assert.sameMembers(
      wrong.body().errors.map(({ field }: { field: string }) => field),
      ['issuedOn', 'expiresOn']
    )
    assert.lengthOf(await proofsOf(her), 0)
  })

  test('says once by mail that a proof ends', async ({ assert }) => {
    const her = await heldBidder('Cariou', 'anne@exemple.test')
    await keepProof({
      establishmentId: her.establishmentId,
      addedBy: her.session.outsider.personId,
      ...{ kind: 'insurance', issuer: 'Assureur', name: 'rc.pdf', bytes: PDF, source: 'self' },
      issuedOn: LocalDate.parse(clock.today().plusMonths(-12).plusDays(10).toString()),
      expiresOn: null,
    })
    const find = allPeriodics().find(({ name }) => name === 'procurement.find_ending_proofs')!
    await find.run()
    await find.run()
    const told = (await groupLetters()).filter(({ to }) => to.includes('anne@exemple.test'))
    assert.lengthOf(told, 1)
    assert.include(told[0].text, 'Assurance de responsabilité civile')
    await find.run()
    assert.lengthOf(await groupLetters(), 0)
  })

  test('gives a mandataire what a cotraitant chose of hers, and nothing else', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [lead, other] = [await bidder('Cariou'), await heldBidder('Pennec')]
    const { candidature, member } = await grouped(client, id, { lead, other })
    for (const kind of ['urssaf', 'fiscal'])
      await puts(client, other, { kind, issuedOn: '2026-10-01' })
    const proofs = await proofsOf(other)
    const given = proofs.find(({ kind }) => kind === 'fiscal')!
    await answering(client, other, id).post(`membres/${member}/pieces`, { 'proofs[]': given.id })
    const files = await dossierFiles(client, lead, id, candidature)
    assert.deepEqual(files[`dossier/${other.siret}/fiscal-vigilance.pdf`], PDF)
    assert.lengthOf(
      Object.keys(files).filter((name) => name.startsWith(`dossier/${other.siret}/`)),
      1
    )
  })

  test('what was prepared is forgotten once its hour is long past, and the vault is not', async ({
    client,
    assert,
  }) => {
    const [old, recent] = [await onlineConsultation(town), await onlineConsultation(town)]
    const [lead, other] = [await heldBidder('Cariou'), await heldBidder('Pennec')]
    const { member } = await grouped(client, old, { lead, other })
    await puts(client, other, { issuedOn: '2026-10-01' })
    const [{ id: proof }] = await proofsOf(other)
    await answering(client, other, old).post(`membres/${member}/pieces`, { 'proofs[]': proof })
    await grouped(client, recent, { lead, other })
    await tenancy.run(town.tenant.id, () =>
      Consultation.query()
        .where('id', old)
        .update({
          deadline: clock
            .now()
            .minus({ days: KEPT_DAYS + 1 })
            .toJSDate(),
        })
    )
    await forgetCandidatures()
    ;(await answering(client, other, old).get(`membres/${member}`)).assertStatus(404)
    ;(await answering(client, lead, recent).get()).assertTextIncludes('Le dossier est prêt')
    assert.lengthOf(await proofsOf(other), 1)
  })
})
