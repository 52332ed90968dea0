import { test } from '@japa/runner'
import type { Page } from 'playwright'
import db from '@adonisjs/lucid/services/db'
import { browser, closeBrowser } from '#tests/helpers/browser'
import { mailedCode } from '#tests/identity/proving'
import { person } from '#tests/world/world'

/** Chromium's own authenticator: a device that recognises its person, with keys that it finds. */
async function withDevice() {
  const context = await (await browser()).newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2' as const,
    transport: 'internal' as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  }
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
  return { context, page }
}

// WebAuthn knows no IP address: the same server, by its name.
const at = (path: string) => `http://localhost:${process.env.PORT}${path}`

/** A first second factor wants more than the password: the code of a letter. */
async function proveByMail(page: Page, email: string): Promise<void> {
  await page.goto(at('/compte/cles'))
  await page.getByLabel('Mot de passe actuel').fill('mot de passe de test')
  await page.getByRole('button', { name: 'Recevoir le code' }).click()
  await page.getByLabel('Code reçu par courriel').fill(await mailedCode(email))
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL('**/compte/double-authentification')
}

test.group('A passkey in a real browser', (group) => {
  group.setup(async () => void (await db.connection('app').from('kernel.rate_limits').delete()))
  group.teardown(closeBrowser)

  test('is registered on the account page, then opens the account by itself', async ({
    assert,
  }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { context, page } = await withDevice()
    await page.goto(at('/connexion'))
    await page.getByLabel('Adresse électronique').fill(maelle.email)
    await page.getByLabel('Mot de passe').fill('mot de passe de test')
    await page.getByRole('button', { name: 'Me connecter', exact: true }).click()
    await page.waitForURL('**/c/kervalan')
    await proveByMail(page, maelle.email)
    await page.goto(at('/compte/cles'))
    await page.waitForLoadState('networkidle')
    await page.getByLabel('Nom de la clé').fill('Ordinateur de la mairie')
    await page.getByLabel('Mot de passe actuel').fill('mot de passe de test')
    await page.getByRole('button', { name: 'Ajouter une clé' }).click()
    await page.getByRole('rowheader', { name: 'Ordinateur de la mairie' }).waitFor()

    await context.clearCookies()
    await page.goto(at('/connexion'))
    await page.getByRole('button', { name: 'Me connecter avec une clé d’accès' }).click()
    await page.waitForURL('**/c/kervalan')
    assert.equal((await page.goto(at('/compte')))!.status(), 200)
    await context.close()
  })

  test('says what failed, at the form, when the password is wrong', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { context, page } = await withDevice()
    await page.goto(at('/connexion'))
    await page.getByLabel('Adresse électronique').fill(maelle.email)
    await page.getByLabel('Mot de passe').fill('mot de passe de test')
    await page.getByRole('button', { name: 'Me connecter', exact: true }).click()
    await page.waitForURL('**/c/kervalan')
    await proveByMail(page, maelle.email)
    await page.goto(at('/compte/cles'))
    await page.waitForLoadState('networkidle')
    await page.getByLabel('Nom de la clé').fill('Ordinateur de la mairie')
    await page.getByLabel('Mot de passe actuel').fill('pas le bon mot de passe')
    await page.getByRole('button', { name: 'Ajouter une clé' }).click()
    await page.getByText('Ce n’est pas votre mot de passe actuel').waitFor()
    assert.equal(new URL(page.url()).pathname, '/compte/cles')
    await context.close()
  })
})
