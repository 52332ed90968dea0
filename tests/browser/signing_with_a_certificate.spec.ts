import { test } from '@japa/runner'
import Folder from '#parapheur/models/folder'
import { axeFindings, closeBrowser, screenshot, signIn, windowOn } from '#tests/helpers/browser'
import { runDueJobs } from '#tests/helpers/jobs'
import { HOLDER, testTrust } from '#tests/helpers/trust'
import { mayorStamp, signWith } from '../signature/demo_signers.js'
import { samplePdf } from '../signature/sample_pdf.js'
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
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postData() ?? '')
    })
    await page.goto(`${hall.base}/dossiers/${id}`)
    await page.getByRole('link', { name: 'Signer' }).click()
    await page.getByLabel('Votre certificat').setInputFiles(pki.mayorP12(HOLDER))
    await page.getByLabel('Mot de passe du certificat').fill('faux')
    await page.getByRole('button', { name: 'Signer le document' }).click()
    await page.getByText('Ce certificat ne s’ouvre pas').waitFor()
    assert.lengthOf(sent, 0)

    await page.getByLabel('Mot de passe du certificat').fill(pki.password)
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
    await page.getByText('Le circuit est terminé').first().waitFor({ timeout: 15_000 })
    assert.lengthOf(sent, 2)
    for (const body of sent) {
      assert.notInclude(body, pki.password)
      assert.notInclude(body, 'PRIVATE KEY')
      assert.isBelow(body.length, 12_000)
    }
    await context.close()
  }).timeout(60_000)

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
  }).timeout(60_000)
})
