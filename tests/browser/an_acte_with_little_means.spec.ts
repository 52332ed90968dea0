import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser } from '#tests/helpers/browser'
import { wholePlatform, type WholePlatform } from '#tests/helpers/whole_platform'
import { until } from '#tests/helpers/until'
import * as town from './journey/town_hall.js'

const OBJET = 'Règlement intérieur de la médiathèque'

/** Presses Tab until the thing of that name has the focus; throws when it never comes. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    const named = (await page.evaluate(
      `((one) => one.labels?.[0]?.innerText || one.innerText || '')(document.activeElement)`
    )) as string
    if (name.test(named.trim())) return
  }
  throw new Error(`Tab never comes to ${name}`)
}

// One story told in order: each test goes on where the one before it ended.
test.group('An acte without scripts up to the signature, signed with a keyboard alone', (group) => {
  let platform: WholePlatform
  let folder: string
  let acte: string

  group.setup(async () => {
    platform = await wholePlatform()
  })
  group.teardown(closeBrowser)

  test('the agent prepares it and sends it without a script', async ({ assert }) => {
    const page = await town.enter(platform, 'Maëlle Le Goff', { scripts: false })
    await page.goto(`${town.PLACE}/actes/nouveau`)
    await town.fillActe(page, { numero: '2026_113', objet: OBJET })
    await page.getByRole('button', { name: 'Vérifier et envoyer en signature' }).click()
    await page.getByRole('alert').getByText('Il manque une réponse').waitFor()
    await page.getByLabel('Type de l’annexe 1').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Vérifier et envoyer en signature' }).click()
    await page.getByRole('heading', { name: /^En attente/ }).waitFor()
    acte = new URL(page.url()).pathname
    const link = page.getByRole('link', { name: 'Ouvrir dans le parapheur' })
    folder = (await link.getAttribute('href'))!
    await town.picture(page, 'without-scripts')
    assert.match(acte, /^\/c\/kervalan\/actes\/[0-9a-f-]{36}$/)
    await page.context().close()
  })

  test('the secretary gives his visa without a script', async () => {
    const page = await town.enter(platform, 'Yann Kerbrat', { scripts: false })
    await page.goto(folder)
    await page.getByRole('button', { name: 'Donner mon visa' }).click()
    await page.getByText('Visa donné').first().waitFor()
    await page.context().close()
  })

  test('the mayor without a script is told what a signature needs, and why', async ({ assert }) => {
    const page = await town.enter(platform, 'Soizic Madec', { scripts: false })
    await page.goto(folder)
    await page.getByRole('link', { name: 'Signer', exact: true }).click()
    await page.waitForURL('**/signature')
    assert.include(await page.innerText('main'), 'La signature a besoin de JavaScript')
    assert.isFalse(await page.getByLabel('Votre certificat').isVisible())
    await town.picture(page, 'ceremony-without-scripts')
    await page.context().close()
  })

  test('the mayor signs it without touching a mouse', async ({ assert }) => {
    const { p12, password } = town.mayorCertificate(platform)
    const page = await town.enter(platform, 'Soizic Madec')
    await page.goto(folder)
    await tabTo(page, /^Signer$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${folder}/signature`)
    await page.getByLabel('Votre certificat').waitFor()
    const chooser = page.waitForEvent('filechooser')
    const opened = chooser.then(() => true)
    // A window that draws itself at that very moment hears no key: one presses again, as people do
    do {
      await tabTo(page, /^Votre certificat/)
      await page.keyboard.press('Space')
    } while (!(await Promise.race([opened, sleep(3_000, false)])))
    await (await chooser).setFiles(p12)

    await tabTo(page, /^Mot de passe du certificat/)
    await page.keyboard.type('faux')
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert').filter({ hasText: 'Ce certificat ne s’ouvre pas' })
    await alert.waitFor()
    assert.isTrue(await alert.evaluate((one) => one.matches(':focus')))
    await town.picture(page, 'ceremony-wrong-password')

    await tabTo(page, /^Mot de passe du certificat/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(password)
    await page.getByText('Le certificat qui va signer').waitFor()
    await tabTo(page, /^Signer le document$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${folder}`)
    await page.getByText('Le circuit est terminé').first().waitFor()
    await page.context().close()
  })

  test('the agent without a script reads how far it went', async () => {
    const page = await town.enter(platform, 'Maëlle Le Goff', { scripts: false })
    const done = page.getByRole('heading', { name: 'Tout est fait' })
    const isDone = async () => {
      await page.goto(acte)
      return done.isVisible()
    }
    await until(isDone, `« Tout est fait » on ${acte}`)
    await page.context().close()
  })
})
