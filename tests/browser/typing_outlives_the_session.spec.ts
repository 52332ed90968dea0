import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { commune, PDF } from '#tests/actes/room'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { forgetAttempts } from '#tests/identity/visitor'
import { operator } from '#tests/portal/console_world'
import { person } from '#tests/world/world'
import type User from '#kernel/people/user'
import territoryPages from './rooms/territory.js'

const PASSWORD = 'mot de passe de test'

test.group('A form whose session has ended', (group) => {
  const contexts: BrowserContext[] = []
  group.setup(async () => void (await commune()))
  group.each.setup(async () => void (await forgetAttempts()))
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  async function open(user: User, path: string, scripts = true) {
    const context = await windowOn('light', { scripts })
    contexts.push(context)
    await signIn(context, user)
    const page = await context.newPage()
    await page.goto(path, { waitUntil: scripts ? 'networkidle' : 'load' })
    const signInAgain = async () => {
      await page.getByText('Votre saisie est gardée').waitFor()
      await page.getByLabel('Adresse électronique').fill(user.email)
      await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Me connecter', exact: true }).click()
      await page.waitForURL(`**${path}`)
      await page.waitForLoadState(scripts ? 'networkidle' : 'load')
    }
    return { context, page, signInAgain }
  }
  const keptIn = `Object.keys(localStorage).filter((key) => key.startsWith('brouillon:')).length`

  test('comes back with its words and its files: an acte', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { context, page, signInAgain } = await open(maelle, '/c/kervalan/actes/nouveau')
    await page.getByLabel('Objet').fill('Une saisie qui dure')
    const file = { name: 'deliberation.pdf', mimeType: 'application/pdf', buffer: PDF }
    await page.setInputFiles('#champ-document', file)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await signInAgain()
    assert.equal(await page.getByLabel('Objet').inputValue(), 'Une saisie qui dure')
    await page.getByText('Fichier retrouvé').waitFor()
    const names = await page.$eval('#champ-document', (field: any) =>
      [...field.files].map((one: any) => one.name)
    )
    assert.deepEqual(names, ['deliberation.pdf'])
    assert.equal(await page.evaluate(keptIn), 1)
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await page.getByText('Le brouillon est enregistré.').waitFor()
    await page.waitForLoadState('networkidle')
    assert.equal(await page.evaluate(keptIn), 0)
    await page.goto('/c/kervalan/actes/nouveau', { waitUntil: 'networkidle' })
    assert.notEqual(await page.getByLabel('Objet').inputValue(), 'Une saisie qui dure')
    assert.equal(await page.$eval('#champ-document', (field: any) => field.files.length), 0)
  })

  test('comes back with its words: a part of a sheet', async ({ assert }) => {
    const { path, as } = (await territoryPages()).find(({ name }) => name === 'territory-section')!
    const { context, page, signInAgain } = await open(as!, path)
    await context.clearCookies()
    await page.fill('textarea[name=text]', 'Un objectif qui dure')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await signInAgain()
    assert.equal(await page.inputValue('textarea[name=text]'), 'Un objectif qui dure')
  })

  test('comes back with its words: an invitation to work here', async ({ assert }) => {
    const yann = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    const { context, page, signInAgain } = await open(yann, '/c/kervalan/membres/inviter')
    await page.getByLabel('Prénom et nom').fill('Rozenn Le Dû')
    await context.clearCookies()
    await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
    await signInAgain()
    assert.equal(await page.getByLabel('Prénom et nom').inputValue(), 'Rozenn Le Dû')
  })

  test('comes back without a script, and names the files to join again', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { context, page, signInAgain } = await open(maelle, '/c/kervalan/actes/nouveau', false)
    await page.getByLabel('Objet').fill('Une saisie sans script')
    const file = { name: 'deliberation.pdf', mimeType: 'application/pdf', buffer: PDF }
    await page.setInputFiles('#champ-document', file)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await signInAgain()
    assert.equal(await page.getByLabel('Objet').inputValue(), 'Une saisie sans script')
    assert.isTrue(await page.getByText('« deliberation.pdf »').isVisible())
  })

  test('keeps its copy when the page answers with faults', async ({ assert }) => {
    const user = await operator()
    const { page } = await open(user, '/exploitation/membres/nouveau')
    await page.getByLabel('Nom', { exact: true }).fill('Commune de Trégarantec')
    await page.getByRole('button', { name: 'Voir ce qui sera fait' }).click()
    await page.locator('[data-errors]').waitFor()
    await page.waitForLoadState('networkidle')
    assert.equal(await page.evaluate(keptIn), 1)
  })
})
