import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { someEmail } from '#tests/outsiders/people'
import db from '@adonisjs/lucid/services/db'
import { behind } from '#app/outsiders/wall/wall'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Pli from '#app/procurement/deposit/pli'
import { textLayer } from '#lib/pdf/text_layer'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder, onlineConsultation, sent } from './bidders.js'
import {
  answering,
  dossierFiles,
  emptyGroupBox,
  FACTS,
  grouped,
  groupLetters,
  idsOn,
  SUB,
} from './companies.js'
import { gives, opens, pvTextOf } from './gestures.js'
import { consultation, market, type Market } from './room.js'

const TABLES = ['candidatures', 'candidature_members', 'given_proofs']

test.group('Answering in a group', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
    await emptyGroupBox()
  })
  group.each.teardown(() => clock.release())

  test('goes from an invitation to a pli that shows the group, its parts and its sous-traitants', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [lead, other] = [await bidder('Cariou', 'a@exemple.test'), await bidder('Pennec')]
    const { candidature, leads } = await grouped(client, id, { lead, other })
    const told = await groupLetters()
    assert.include(told[0].text, 'a accepté')
    ;(await leads.post(`${candidature}/sous-traitants`, SUB)).assertStatus(302)
    ;(await leads.get()).assertTextIncludes('Le dossier est prêt')
    const files = await dossierFiles(client, lead, id, candidature)
    assert.sameMembers(Object.keys(files), [
      'dossier/candidature.json',
      'dossier/DC1.pdf',
      `dossier/DC2-${lead.siret}.pdf`,
      `dossier/DC2-${other.siret}.pdf`,
      'dossier/DC4-1.pdf',
    ])
    const dc1 = (await textLayer(files['dossier/DC1.pdf'])).pages.join(' ')
    for (const said of ['Groupement conjoint', 'PENNEC', '40 %', 'Plantations', 'R2143-3'])
      assert.include(dc1.replaceAll(/\s+/g, ' '), said)
    assertsWhole(Object.entries(files).filter(([name]) => name.endsWith('.pdf')))
    const dc4 = (await textLayer(files['dossier/DC4-1.pdf'])).pages.join(' ')
    for (const said of [SUB.name, SUB.nature, 'Paiement direct', 'exclusion'])
      assert.include(dc4.replaceAll(/\s+/g, ' '), said)

    const pli = await sent(client, lead, id, {
      'candidature': files,
      'offre-1': { 'prix.txt': 'cent' },
    })
    for (const piece of pli.pieces) (await pli.send(piece)).assertStatus(201)
    ;(await pli.seal()).assertStatus(201)
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await gives(client, town, 0, id)
    await gives(client, town, 1, id)
    await runDueJobs(town.tenant.id)
    const page = await client.get(`/c/kervalan/marches/${id}/ouverture`).loginAs(town.agent)
    assert.match(page.text(), /Groupement conjoint\s:\smandataire CARIOU/)
    page.assertTextIncludes('Pépinière du Trieux')
    const pv = (await pvTextOf(town, id)).replaceAll(/\s+/g, ' ')
    assert.include(pv, 'PENNEC')
    assert.include(pv, 'Sous-traitance déclarée')
  })

  test('shows nobody else who groups with whom: nor the buyer, nor another company', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [lead, other] = [await bidder('Cariou'), await bidder('Pennec')]
    const { candidature, member } = await grouped(client, id, { lead, other })
    const reads = async (trx: { rawQuery(sql: string): Promise<any> }) => {
      const counts: number[] = []
      for (const table of TABLES)
        counts.push((await trx.rawQuery(`select 1 from procurement.${table}`)).rowCount)
      return counts
    }
    const none = [0, 0, 0]
    assert.deepEqual(await reads(db.connection('app')), none)
    await tenancy.run(town.tenant.id, async ({ trx }) => assert.deepEqual(await reads(trx), none))
    const rival = await bidder('Rivale')
    await behind({ person: rival.session.outsider.personId }, async (trx) =>
      assert.deepEqual(await reads(trx), none)
    )
    await behind({ establishments: [rival.establishmentId] }, async (trx) =>
      assert.deepEqual(await reads(trx), none)
    )
    // Who acts for the same company, as somebody vouched, reads hers, and no cotraitant's row
    await behind({ establishments: [lead.establishmentId] }, async (trx) =>
      assert.deepEqual(await reads(trx), [1, 1, 0])
    )
    // A cotraitant has her own row: she neither leads, nor reads the dossier of the whole
    for (const her of [rival, other]) {
      const asks = answering(client, her, id)
      ;(await asks.get(`${candidature}/dossier`)).assertStatus(404)
      ;(await asks.post(`${candidature}/forme`, { form: 'solidaire' })).assertStatus(404)
      ;(await asks.post(`${candidature}/membres/${member}/retrait`)).assertStatus(404)
    }
    ;(await answering(client, rival, id).get(`membres/${member}`)).assertStatus(404)
    ;(await answering(client, lead, id).post(`membres/${member}`, FACTS)).assertStatus(404)
    const agent = await client.get(`/c/kervalan/marches/${id}`).loginAs(town.agent)
    assert.notInclude(agent.text(), 'PENNEC')
  })

  test('goes on when a cotraitant refuses, goes away or is put out, and says what is missing', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [lead, other] = [await bidder('Cariou', 'b@exemple.test'), await bidder('Pennec')]
    const { candidature, member, leads, link } = await grouped(client, id, { lead, other })
    await groupLetters()
    const rival = await bidder('Rivale')
    ;(await answering(client, rival, id).get(link)).assertStatus(410)
    ;(await answering(client, other, id).post(`membres/${member}/depart`)).assertStatus(302)
    assert.include((await groupLetters())[0].text, 's’est retirée')
    const page = await leads.get()
    page.assertTextIncludes('Un groupement a deux membres au moins')
    const unready = await leads.get(`${candidature}/dossier`).accept('json')
    assert.equal(unready.body().code, 'E_CANDIDATURE_INCOMPLETE')
    const again = { siret: other.siret, company: 'Pennec', email: someEmail('pennec'), part: '40' }
    ;(await leads.post(`${candidature}/membres`, again)).assertStatus(302)
    const [{ path }] = await groupLetters()
    const wrong = await answering(client, rival, id).post(path).accept('json')
    assert.equal(wrong.body().code, 'E_NOT_THAT_COMPANY')
    ;(await answering(client, other, id).post(`${path}/refus`)).assertStatus(302)
    assert.include((await groupLetters())[0].text, 'a refusé')
    await leads.post(`${candidature}/membres`, again)
    const [{ path: third }] = await groupLetters()
    const [invited] = (await idsOn(client, lead, id)).members
    await leads.post(`${candidature}/membres/${invited}/retrait`)
    assert.include((await groupLetters())[0].text, 'poursuit sans')
    ;(await answering(client, other, id).get(third)).assertStatus(410)
  })

  test('an opened pli whose dossier is a lie opens all the same, and says so', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Menteuse')
    const pli = await sent(client, her, id, {
      candidature: { 'dossier/candidature.json': '{"format":"halle-candidature/1","members":[]}' },
    })
    for (const piece of pli.pieces) await pli.send(piece)
    await pli.seal()
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await gives(client, town, 0, id)
    await gives(client, town, 1, id)
    await runDueJobs(town.tenant.id)
    const opened = await tenancy.run(town.tenant.id, () => Pli.get(pli.pli))
    assert.equal(opened.state, 'opened')
    assert.deepEqual(opened.candidature, {
      problem: 'Le dossier de candidature n’a pas la forme attendue.',
    })
  })
})

/** As another program reads them. */
function assertsWhole(files: [string, Buffer][]): void {
  const folder = mkdtempSync(join(tmpdir(), 'dc-'))
  try {
    for (const [index, [, bytes]] of files.entries()) {
      const path = join(folder, `${index}.pdf`)
      writeFileSync(path, bytes)
      execFileSync('qpdf', ['--check', path])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
