import { test } from '@japa/runner'
import { someEmail } from '#tests/outsiders/people'
import type { SessionData } from '@adonisjs/session/types'
import type { BrowserContext, Page } from 'playwright'
import { keysFromHolders, openPli } from '#lib/sealing'
import { tenancy } from '#kernel/tenancy'
import { keepPieces } from '#app/procurement/jobs/keep_pli'
import { folderOf } from '#app/procurement/opening/pli_folder'
import { manifestOf } from '#app/procurement/opening/shares'
import Pli from '#app/procurement/deposit/pli'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, openSession, windowOn } from '#tests/helpers/browser'
import { savedBy } from '#tests/helpers/saved_by'
import { Opened, newDigest } from '#tests/lib/sealing/memory'
import { onlineConsultation } from '#tests/procurement/bidders'
import { emptyGroupBox, groupLetters, heldBidder } from '#tests/procurement/companies'
import { keepProof } from '#app/procurement/vault/keep_proof'
import { LocalDate } from '#lib/values'
import { consultation, market, type Market } from '#tests/procurement/room'

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')

test.group('Answering in a group, in the page', (group) => {
  const contexts: BrowserContext[] = []
  let town: Market
  group.setup(async () => {
    town = await market()
    await emptyGroupBox()
  })
  group.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
    await closeBrowser()
  })

  async function windowOf(session: SessionData) {
    const context = await windowOn('narrow', { scripts: true })
    contexts.push(context)
    await openSession(context, session)
    return context.newPage()
  }
  /** By the keyboard alone: the button is reached, and pressed. */
  async function press(page: Page, name: string) {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForLoadState('networkidle')
  }
  async function type(page: Page, label: string, text: string) {
    await page.getByLabel(label, { exact: false }).first().focus()
    await page.keyboard.type(text)
  }
  async function tick(page: Page, label: string) {
    await page.getByLabel(label, { exact: false }).first().focus()
    await page.keyboard.press('Space')
  }
  async function fills(page: Page) {
    await type(page, 'Forme juridique', 'SARL')
    await type(page, 'Personne qui l’engage', 'Anne Cariou')
    await type(page, 'En quelle qualité', 'gérante')
    await type(page, 'Adresse électronique', 'anne@cariou.example')
    await type(page, 'Téléphone', '0299000000')
    await tick(page, 'Je déclare sur l’honneur')
    await press(page, 'Enregistrer ma candidature')
    await page.getByText('Votre candidature est remplie').waitFor()
  }

  test('leads by the keyboard alone, on a narrow screen, from a form to a pli that holds the group', async ({
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [lead, other] = [await heldBidder('Cariou'), await heldBidder('Pennec')]
    await keepProof({
      ...{ establishmentId: lead.establishmentId, addedBy: lead.session.outsider.personId },
      ...{ kind: 'urssaf', issuer: '', issuedOn: LocalDate.parse('2026-11-01'), expiresOn: null },
      ...{ name: 'vigilance.pdf', bytes: PDF, source: 'self' },
    })
    const page = await windowOf(lead.session)
    const base = `/moi/marches/kervalan/${id}`
    await page.goto(`${base}/candidature`, { waitUntil: 'networkidle' })
    await press(page, 'Préparer la candidature')
    await page.getByLabel('Groupement conjoint', { exact: false }).first().focus()
    await page.keyboard.press('Space')
    await press(page, 'Enregistrer la forme')
    await type(page, 'SIRET du cotraitant', other.siret)
    await type(page, 'Nom du cotraitant', 'Pennec')
    await type(page, 'Son adresse électronique', someEmail('pennec'))
    await type(page, 'Sa part, en pour cent', '40')
    await press(page, 'Inviter')
    await page.getByText('Une invitation part vers').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    const [{ path }] = await groupLetters()
    const hers = await windowOf(other.session)
    await hers.goto(path, { waitUntil: 'networkidle' })
    assert.deepEqual(await axeFindings(hers), [])
    await press(hers, 'Accepter')
    await fills(hers)
    assert.deepEqual(await axeFindings(hers), [])

    await page.goto(`${base}/candidature`, { waitUntil: 'networkidle' })
    await page.getByText('Changer la part de CARIOU').focus()
    await page.keyboard.press('Enter')
    await type(page, 'Part de CARIOU', '60')
    await press(page, 'Enregistrer la part de CARIOU')
    await page.getByRole('link', { name: 'Remplir ma candidature' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForLoadState('networkidle')
    await fills(page)

    await page.goto(base, { waitUntil: 'networkidle' })
    await tick(page, 'Joindre le dossier préparé')
    await tick(page, 'Attestation de vigilance')
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('button', { name: 'Déposer', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Votre pli est déposé').waitFor({ timeout: 60_000 })
    const receipt = JSON.parse((await savedBy(page, '[data-deposit-receipt]')).toString())
    assert.sameMembers(
      receipt.documents.map(({ envelope, name }: any) => `${envelope}/${name}`),
      [
        'candidature/dossier/candidature.json',
        'candidature/dossier/DC1.pdf',
        `candidature/dossier/DC2-${lead.siret}.pdf`,
        `candidature/dossier/DC2-${other.siret}.pdf`,
        'candidature/dossier/pieces/vigilance.pdf',
      ]
    )
    await keepPieces(town.tenant.id, receipt.pli)
    const opened = await tenancy.run(town.tenant.id, async () => {
      const pli = await Pli.get(receipt.pli)
      const one = await consultation(town, pli.consultationId)
      const folder = await folderOf(pli, await manifestOf(pli, one))
      const files = new Opened()
      await openPli(
        { folder, trousseau: await one.keys() },
        (place, envelope) => keysFromHolders(place, envelope, town.holders.slice(1), 2),
        files,
        newDigest
      )
      return files.texts
    })
    const told = JSON.parse(String(opened['candidature/dossier/candidature.json']))
    assert.deepEqual(
      told.members.map(({ siret, part }: any) => [siret, part]),
      [
        [lead.siret, '60.00'],
        [other.siret, '40.00'],
      ]
    )
  }).timeout(240_000)
})
