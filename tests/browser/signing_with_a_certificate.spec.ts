import { test } from '@japa/runner'
import { annotate, stepFor } from '#app/parapheur/circuit/act'
import Folder from '#app/parapheur/models/folder'
import { journal } from '#kernel/journal'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, screenshot, signIn, windowOn } from '#tests/helpers/browser'
import { runDueJobs } from '#tests/helpers/jobs'
import { hasTool } from '#tests/helpers/tools'
import { HOLDER, ellipticP12, testTrust } from '#tests/helpers/trust'
import { mayorStamp, signWith } from '../lib/signature/demo_signers.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import { townHall, type TownHall } from '../parapheur/town_hall.js'

test.group('Signing in the browser', (group) => {
  let hall: TownHall
  group.setup(async () => {
    hall = await townHall()
  })
  group.teardown(closeBrowser)

  test('the mayor opens her certificate in the page, and the document is signed', async ({
    assert,
  }) => {
    const { pki } = await testTrust()
    const id = await hall.open({ circuit: 'signature' })
    const context = await windowOn('light')
    await signIn(context, hall.mayor)
    const page = await context.newPage()
    const sent: string[] = []
    const read: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'POST') return
      if (request.url().endsWith('/lecture')) read.push(request.url())
      else sent.push(request.postData() ?? '')
    })
    await page.goto(`${hall.base}/dossiers/${id}`)
    await page.getByRole('link', { name: 'Signer' }).click()
    // Its only page is before the eyes: the document is read, here and for the server
    await page.locator('.reader .viewer-page canvas').waitFor()
    await page.getByRole('img', { name: 'Fait' }).waitFor()
    assert.isNotEmpty(read)
    await page.getByLabel('Votre certificat').setInputFiles(pki.mayorP12(HOLDER))
    await page.getByLabel('Mot de passe du certificat').fill('faux')
    await page.getByRole('button', { name: 'Signer le document' }).click()
    await page.getByText('Ce certificat ne s’ouvre pas').waitFor()
    assert.lengthOf(sent, 0)

    await page.getByLabel('Mot de passe du certificat').fill(pki.password)
    await page.getByText('Titulaire').waitFor()
    assert.include(await page.innerText('[data-holder-facts]'), 'Soizic Madec')
    assert.deepEqual(await axeFindings(page), [])
    await screenshot(page, 'parapheur-holder')
    await page.route('**/seances', (route) => route.abort(), { times: 1 })
    await page.getByRole('button', { name: 'Signer le document' }).click()
    await page.getByText('La connexion a été coupée').waitFor()
    assert.equal((await hall.run(() => Folder.get(id))).state, 'in_progress')
    sent.length = 0

    await page.getByRole('button', { name: 'Signer le document' }).click()
    await page.waitForURL(`**${hall.base}/dossiers/${id}`)
    await page.getByText('Signature en cours').waitFor()
    await screenshot(page, 'parapheur-signing')
    await runDueJobs(hall.tenant.id)
    assert.equal((await hall.run(() => Folder.get(id))).state, 'signed')
    await page.getByText('Le circuit est terminé').first().waitFor()
    assert.lengthOf(sent, 2)
    for (const body of sent) {
      assert.notInclude(body, pki.password)
      assert.notInclude(body, 'PRIVATE KEY')
      assert.isBelow(body.length, 12_000)
    }
    await context.close()
  })

  test('one of another name is shown, refused, and asked for', async ({ assert }) => {
    const { pki } = await testTrust()
    const id = await hall.open({ circuit: 'signature' })
    const context = await windowOn('light')
    await signIn(context, hall.mayor)
    const page = await context.newPage()
    await page.goto(`${hall.base}/dossiers/${id}/signature`)
    await page.getByLabel('Votre certificat').setInputFiles(pki.secretaryP12(HOLDER))
    await page.getByLabel('Mot de passe du certificat').fill(pki.password)
    await page.getByRole('button', { name: 'Signer le document' }).click()
    await page.getByText('au nom de Yann Kerbrat, et vous êtes Soizic Madec').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await screenshot(page, 'parapheur-holder-refused')
    await page.getByRole('button', { name: 'Demander à l’administration' }).click()
    await page.getByText('Votre demande est transmise').waitFor()
    await context.close()
  })

  test('a key on an elliptic curve signs too, under a password with accents', async ({
    assert,
  }) => {
    const id = await hall.open({ circuit: 'signature' })
    const context = await windowOn('dark')
    await signIn(context, hall.mayor)
    const page = await context.newPage()
    await page.goto(`${hall.base}/dossiers/${id}/signature`)
    const buffer = await ellipticP12('Soizic Madec', 'Commune€ d’été')
    const file = { name: 'soizic.p12', mimeType: 'application/x-pkcs12', buffer }
    await page.getByLabel('Votre certificat').setInputFiles(file)
    await page.getByLabel('Mot de passe du certificat').fill('Commune€ d’été')
    await page.getByText('Titulaire').waitFor()
    await page.getByRole('button', { name: 'Signer le document' }).click()
    await page.waitForURL(`**${hall.base}/dossiers/${id}`)
    await runDueJobs(hall.tenant.id)
    assert.equal((await hall.run(() => Folder.get(id))).state, 'signed')
    await context.close()
  }).skip(!hasTool('openssl'), 'openssl is not installed')

  test('what is missing is told before any question, and a note is not lost by a refusal', async ({
    assert,
  }) => {
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    const context = await windowOn('light')
    await signIn(context, hall.secretary)
    const page = await context.newPage()
    await page.goto(url)
    await page.getByText('Ajouter une annotation').click()
    await page.getByLabel('Annotation').fill('Voir la page 2')
    await page.getByText('Refuser ce dossier').click()
    await page.getByLabel('Pourquoi refusez-vous').fill('   ')
    await page.getByRole('button', { name: 'Refuser le dossier' }).click()
    await page.getByText('Remplissez ce champ.').waitFor()
    assert.isFalse(await page.getByRole('dialog').isVisible())
    assert.isTrue(
      await page.getByLabel('Pourquoi refusez-vous').evaluate((one) => one.matches(':focus'))
    )
    assert.deepEqual(await axeFindings(page), [])
    await page.getByLabel('Pourquoi refusez-vous').fill('Le tarif est faux')
    await page.getByRole('button', { name: 'Refuser le dossier' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Refuser le dossier' }).click()
    await page.getByText('Le dossier a été refusé').first().waitFor()
    await page.getByText('Voir la page 2').waitFor()
    await context.close()
  })

  test('what was told of a field stays when the folder moves under the hand', async ({
    assert,
  }) => {
    const id = await hall.open()
    const context = await windowOn('light')
    await signIn(context, hall.secretary)
    const page = await context.newPage()
    await page.goto(`${hall.base}/dossiers/${id}`)
    await page.getByText('Refuser ce dossier').click()
    await page.getByLabel('Pourquoi refusez-vous').fill('   ')
    await page.getByRole('button', { name: 'Refuser le dossier' }).click()
    await hall.run(async () => {
      const { step } = await stepFor(await Folder.get(id), hall.secretary.id)
      await annotate(step, hall.secretary.id, { text: 'Vu au guichet', visibility: 'public' })
      await journal.append({
        type: 'parapheur.folder_seen',
        subject: { capability: 'parapheur', type: 'folder', id },
        actor: { kind: 'system' },
      })
    })
    await page.getByText('Vu au guichet').waitFor()
    assert.isTrue(await page.getByText('Remplissez ce champ.').isVisible())
    assert.equal(await page.getByLabel('Pourquoi refusez-vous').inputValue(), '   ')
    await context.close()
  })

  test('a note half written follows whoever leaves to sign', async () => {
    const id = await hall.open({ circuit: 'signature' })
    const url = `${hall.base}/dossiers/${id}`
    const context = await windowOn('light')
    await signIn(context, hall.mayor)
    const page = await context.newPage()
    await page.goto(url)
    await page.getByText('Écrire une annotation').click()
    await page.getByLabel('Annotation').fill('Pour le conseil du 3')
    await page.getByRole('link', { name: 'Signer', exact: true }).click()
    await page.waitForURL('**/signature')
    await page.goto(url)
    await page.getByText('Pour le conseil du 3').waitFor()
    await context.close()
  })

  test('at 320 px the next step is whole before any scroll', async ({ assert }) => {
    for (const circuit of ['visa-signature', 'signature']) {
      const title =
        'Délibération 2026_0042 : convention d’instruction des autorisations d’urbanisme avec la communauté de communes'
      const id = await hall.open({ circuit, title })
      const who = circuit === 'signature' ? hall.mayor : hall.secretary
      const context = await windowOn(circuit === 'signature' ? 'light' : 'dark')
      await signIn(context, who)
      const page = await context.newPage()
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(`${hall.base}/dossiers/${id}`)
      const button = page.locator('.next-step .button-primary')
      const { bottom, right } = await button.evaluate((one) => one.getBoundingClientRect().toJSON())
      assert.isAtMost(bottom, 640)
      assert.isAtMost(right, 320)
      await screenshot(page, `parapheur-narrow-${circuit}`)
      await context.close()
    }
  })

  test('anybody verifies a document, without script too', async ({ assert }) => {
    const { mayor } = await testTrust()
    const signed = await signWith(await samplePdf(), mayor, { appearance: mayorStamp })
    for (const scripts of [true, false]) {
      const context = await windowOn('light', { scripts })
      const page = await context.newPage()
      await page.goto('/verifier')
      if (scripts) assert.deepEqual(await axeFindings(page), [])
      await screenshot(page, `verification-${scripts}`)
      const file = { name: 'acte.pdf', mimeType: 'application/pdf', buffer: signed }
      await page.getByLabel('Le document à vérifier').setInputFiles(file)
      await page.getByRole('button', { name: 'Vérifier', exact: true }).click()
      await page.getByText('Intact et signé').first().waitFor()
      if (scripts) assert.deepEqual(await axeFindings(page), [])
      await screenshot(page, `verification-done-${scripts}`)
      await context.close()
    }
  })
})
