import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright'
import { screenshot, windowOn } from '#tests/helpers/browser'
import type { WholePlatform } from '#tests/helpers/whole_platform'
import { samplePdf } from '../../lib/signature/sample_pdf.js'

export const PLACE = '/c/kervalan'

export type Name = 'Maëlle Le Goff' | 'Yann Kerbrat' | 'Soizic Madec' | 'Ronan Le Bihan'

/** Somebody of the demonstration in front of a window of her own, signed in with her password. */
export async function enter({ url, demo }: WholePlatform, name: Name, { scripts = true } = {}) {
  const { email, password, totpSecret } = demo.accounts.find((account) => account.name === name)!
  const page = await (await windowOn('light', { base: url, scripts })).newPage()
  await page.goto('/connexion')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password!)
  await page.getByRole('button', { name: 'Me connecter', exact: true }).click()
  await page.waitForURL((address) => address.pathname !== '/connexion')
  if (totpSecret) {
    const code = new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.waitForURL((address) => !address.pathname.startsWith('/connexion'))
  }
  return page
}

/** A visitor whom nobody knows. */
export async function passerBy({ url }: WholePlatform): Promise<Page> {
  return (await windowOn('light', { base: url })).newPage()
}

/** The certificate of the mayor, as she keeps it on her computer. */
export function mayorCertificate({ demo }: WholePlatform) {
  return demo.certificates.find(({ tenant }) => tenant === 'kervalan')!
}

export const pdfFile = async (name: string, line: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: await samplePdf([line]),
})

/** Fills the form of a new acte, and says which document it carries and which annexe. */
export async function fillActe(page: Page, acte: { numero: string; objet: string }) {
  await page.getByLabel('Nature').selectOption({ label: 'Délibération' })
  await page.getByLabel('Matière').selectOption('7.1')
  await page.getByLabel('Numéro').fill(acte.numero)
  await page.getByLabel('Objet').fill(acte.objet)
  await page.getByLabel('Date de la décision').fill(today())
  await page
    .getByLabel('Document de l’acte')
    .setInputFiles(await pdfFile('deliberation.pdf', acte.objet))
  await page.locator('#champ-newAnnexes').setInputFiles(await pdfFile('tarifs.pdf', 'Les tarifs'))
}

/** What a screen reader says after the label of a field: its help, and what is wrong with it. */
export async function saidAt(page: Page, label: string): Promise<string> {
  const ids = (await page.getByLabel(label).getAttribute('aria-describedby')) ?? ''
  const parts = ids.split(' ').map((id) => page.locator(`[id="${id}"]`).innerText())
  return (await Promise.all(parts)).join(' ')
}

/** The legal day, where the town hall is. */
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })

let pictures = 0

/** A picture of the page, numbered as the story goes. */
export async function picture(page: Page, name: string): Promise<void> {
  pictures += 1
  await screenshot(page, `journey-${String(pictures).padStart(2, '0')}-${name}`)
}
