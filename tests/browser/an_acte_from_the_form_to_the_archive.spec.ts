import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser } from '#tests/helpers/browser'
import { hasTool, run } from '#tests/helpers/tools'
import { wholePlatform, type WholePlatform } from '#tests/helpers/whole_platform'
import { drop, keep } from './journey/files.js'
import * as town from './journey/town_hall.js'

const OBJET = 'Tarifs de la cantine scolaire à compter du 1er janvier 2027'

// One story told in order: each test goes on where the one before it ended.
test.group(
  'An acte, from the form to the archive, each in front of a window of theirs',
  (group) => {
    let platform: WholePlatform
    let agent: Page
    let folder: string
    let identifier: string
    let downloaded: string

    group.setup(async () => {
      platform = await wholePlatform()
    })
    group.teardown(closeBrowser)

    test('the agent is refused at the field, and told how to mend it', async ({ assert }) => {
      agent = await town.enter(platform, 'Maëlle Le Goff')
      await agent.getByRole('link', { name: 'Commune de Kervalan' }).click()
      const services = agent.getByRole('navigation', { name: 'Services' })
      await services.getByRole('link', { name: 'Actes' }).click()
      await agent.getByRole('link', { name: 'Nouvel acte' }).click()
      await agent.getByRole('link', { name: 'Tout remplir sur une seule page' }).click()
      await town.fillActe(agent, { numero: '2026-112', objet: OBJET })
      await agent.getByRole('button', { name: 'Vérifier et envoyer en signature' }).click()
      await agent.getByRole('alert').getByText('2 points sont à corriger').waitFor()
      await town.picture(agent, 'refused-at-the-field')

      const numero = agent.getByLabel('Numéro')
      assert.equal(await numero.getAttribute('aria-invalid'), 'true')
      assert.equal(await numero.inputValue(), '2026-112')
      assert.include(await town.saidAt(agent, 'Numéro'), 'Par exemple\u202f: 2026_112.')
      assert.equal(await agent.getByLabel('Objet').inputValue(), OBJET)
      for (const file of ['deliberation.pdf', 'tarifs.pdf'])
        assert.isTrue(await agent.getByRole('link', { name: file, exact: true }).isVisible(), file)
    })

    test('what is mended goes to the parapheur', async ({ assert }) => {
      await agent
        .getByRole('alert')
        .getByRole('link', { name: /^Le numéro/ })
        .click()
      await agent.keyboard.press('Control+A')
      await agent.keyboard.type('2026_112')
      await agent.getByLabel('Type de l’annexe 1').selectOption({ index: 1 })
      await agent.getByRole('button', { name: 'Vérifier et envoyer en signature' }).click()
      await agent.getByRole('heading', { name: /^En attente/ }).waitFor()
      await agent.evaluate('window.neverReloaded = true')
      await town.picture(agent, 'waits-for-the-visa')
      const link = agent.getByRole('link', { name: 'Ouvrir dans le parapheur' })
      folder = (await link.getAttribute('href'))!
      assert.match(folder, /^\/c\/kervalan\/parapheur\/dossiers\//)
    })

    test('a new form does not bring back what the server already keeps', async ({ assert }) => {
      const page = await agent.context().newPage()
      await page.goto(`${town.PLACE}/actes/nouveau`, { waitUntil: 'networkidle' })
      assert.equal(await page.getByLabel('Objet').inputValue(), '')
      assert.equal(await page.locator('.draft-note').count(), 0)
      await page.close()
    })

    test('the secretary finds it among what waits for him, and gives his visa', async () => {
      const page = await town.enter(platform, 'Yann Kerbrat')
      await page.goto(town.PLACE)
      await page
        .locator('#attendu')
        .getByRole('link', { name: new RegExp(OBJET) })
        .click()
      await page.waitForURL(`**${folder}`)
      await page.getByRole('button', { name: 'Donner mon visa' }).click()
      await page.getByText('Visa donné').first().waitFor()
      await town.picture(page, 'visa-given')
      await page.context().close()
    })

    test('the mayor signs with her certificate, opened in her browser', async ({ assert }) => {
      const { p12, password } = town.mayorCertificate(platform)
      const page = await town.enter(platform, 'Soizic Madec')
      const sent: string[] = []
      page.on('request', (request) => sent.push(request.postData() ?? ''))
      await page.goto(folder)
      await page.getByRole('link', { name: 'Signer', exact: true }).click()
      await page.getByLabel('Votre certificat').setInputFiles(p12)
      await page.getByLabel('Mot de passe du certificat').fill(password)
      await page.getByText('Titulaire').waitFor()
      await town.picture(page, 'ceremony')
      await page.getByRole('button', { name: 'Signer le document' }).click()
      await page.waitForURL(`**${folder}`)
      await page.getByText('Le circuit est terminé').first().waitFor()
      await town.picture(page, 'signed')
      assert.isAtLeast(sent.filter((body) => body.includes('signatures')).length, 1)
      for (const body of sent) assert.notInclude(body, password)
      await page.context().close()
    })

    test('the page of the agent follows it to the archive by itself', async ({ assert }) => {
      await agent.getByRole('heading', { name: 'Tout est fait' }).waitFor()
      await town.picture(agent, 'followed-to-the-archive')
      assert.isTrue(await agent.evaluate('window.neverReloaded'))
      await agent.locator('.page-head').getByText('Archivé').waitFor()
      const fil = agent.getByRole('region', { name: 'Le fil' })
      for (const step of [
        'Remis au ministère',
        'Reçu en préfecture',
        'Tamponné et publié',
        'Archivé avec ses preuves',
      ])
        assert.isTrue(await fil.getByText(step).isVisible(), step)
      identifier = /035-213509011-\d{8}-2026_112-DE/.exec(await agent.innerText('main'))![0]
    })

    test('a passer-by finds it in the public register, and takes the stamped PDF away', async ({
      assert,
    }) => {
      const page = await town.passerBy(platform)
      await page.goto('/p/kervalan')
      await page.getByRole('link', { name: /Actes/ }).first().click()
      await page.getByLabel('Que cherchez-vous ?').fill('cantine')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: OBJET }).click()
      await page.getByRole('heading', { name: OBJET }).waitFor()
      await town.picture(page, 'public-page')
      assert.isTrue(await page.getByText(identifier, { exact: true }).isVisible())
      const taken = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Télécharger' }).first().click()
      const download = await taken
      assert.include(download.suggestedFilename(), identifier)
      downloaded = await keep(await download.path(), download.suggestedFilename())
      await page.context().close()
    })

    test('pdfsig accepts what the browser took away', async ({ assert }) => {
      const { output } = run('pdfsig', [downloaded])
      assert.include(output, 'Signature is Valid')
      assert.include(output, 'Soizic Madec')
    }).skip(!hasTool('pdfsig'), 'pdfsig is not installed')

    test('dropped in the verification page, it tells who signed and what was stamped', async ({
      assert,
    }) => {
      const page = await town.passerBy(platform)
      await page.goto('/verifier', { waitUntil: 'networkidle' })
      await drop(page, downloaded)
      await page.getByRole('button', { name: 'Vérifier', exact: true }).click()
      await page.getByText('Publié par Commune de Kervalan').waitFor()
      await town.picture(page, 'verified')
      const said = await page.innerText('main')
      assert.include(said, 'Soizic Madec')
      assert.include(said, identifier)
      await page.context().close()
    })

    test('one octet changed, the verification page says so', async ({ assert }) => {
      const forged = await readFile(downloaded)
      const at = forged.indexOf('/MediaBox')
      forged.write('/MediaBoy', at, 'latin1')
      const page = await town.passerBy(platform)
      await page.goto('/verifier')
      const file = { name: 'altere.pdf', mimeType: 'application/pdf', buffer: forged }
      await page.getByLabel('Le document à vérifier').setInputFiles(file)
      await page.getByRole('button', { name: 'Vérifier', exact: true }).click()
      await page.waitForURL('**/verifier')
      await page.getByRole('heading', { level: 1, name: 'altere.pdf' }).waitFor()
      await town.picture(page, 'altered')
      const said = await page.innerText('main')
      assert.notInclude(said, 'Publié par Commune de Kervalan')
      assert.match(said, /modifié|altéré/i)
      await page.context().close()
    })

    test('the archivist sees the deposit, its receipt, and takes its proof away', async ({
      assert,
    }) => {
      const page = await town.enter(platform, 'Yann Kerbrat')
      await page.goto(`${town.PLACE}/archives`)
      await page.getByRole('link', { name: new RegExp(OBJET) }).click()
      const proof = page.getByRole('link', { name: 'Télécharger le dossier de preuve' })
      await proof.waitFor()
      await town.picture(page, 'deposit')
      assert.include(await page.innerText('main'), identifier)
      const exchanges = page.getByRole('region', { name: 'Les échanges avec l’archive' })
      assert.isAtLeast(await exchanges.getByRole('link').count(), 2)
      const taken = page.waitForEvent('download')
      await proof.click()
      assert.match((await taken).suggestedFilename(), /\.zip$/)
      await page.context().close()
    })

    test('the operator sees the work that was done, and nothing that failed', async ({
      assert,
    }) => {
      const page = await town.enter(platform, 'Ronan Le Bihan')
      await page.goto('/exploitation/taches')
      const states = page.getByRole('navigation', { name: 'État' })
      await states.getByRole('link', { name: 'Faite' }).click()
      await page.getByRole('row').getByText('actes.transmit').first().waitFor()
      assert.include(page.url(), 'etat=done')
      await town.picture(page, 'console')
      await page.goto('/exploitation/taches?etat=failed')
      assert.isTrue(await page.getByText('Rien n’attend et rien n’a échoué').isVisible())
      await page.context().close()
    })
  }
)
