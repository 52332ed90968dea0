import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import PDFDocument from 'pdfkit'
import type { BrowserContext, Page, Route } from 'playwright'
import { commune } from '#tests/actes/room'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, screenshot, signIn, windowOn } from '#tests/helpers/browser'
import { until } from '#tests/helpers/until'
import { person } from '#tests/world/world'

/** A true PDF of some megabytes: three pieces. */
async function largePdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ compress: false })
  pdf.text('Un document lourd')
  pdf.ref({}).end(randomBytes(5_000_000))
  pdf.end()
  const parts: Buffer[] = []
  for await (const part of pdf) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

test.group('Sending large files', (group) => {
  const contexts: BrowserContext[] = []
  let path: string
  group.setup(async () => {
    await commune()
    const folder = mkdtempSync(join(tmpdir(), 'halle-large-'))
    path = join(folder, 'lourd.pdf')
    writeFileSync(path, await largePdf())
    return () => rmSync(folder, { recursive: true })
  })
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  /** The form of an acte, with its file chosen; `onPiece` stands on the road of each piece. */
  async function open(
    onPiece: (route: Route) => Promise<void>,
    view: 'light' | 'narrow' = 'light'
  ) {
    const context = await windowOn(view)
    contexts.push(context)
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    await fill(page, onPiece)
    return page
  }
  async function fill(page: Page, onPiece: (route: Route) => Promise<void>) {
    await page.unroute('**/depots/*')
    await page.route('**/depots/*', (route) =>
      route.request().method() === 'PATCH' ? onPiece(route) : route.continue()
    )
    await page.goto('/c/kervalan/actes/nouveau', { waitUntil: 'networkidle' })
    await page.getByLabel('Objet').fill('Un envoi lourd')
    await page.setInputFiles('#champ-document', path)
  }
  const save = (page: Page) =>
    page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()

  test('an envoi pauses, goes on, and survives a cut', async ({ assert }) => {
    let pieces = 0
    let hold: (() => void) | undefined
    const page = await open(async (route) => {
      pieces++
      if (pieces === 1) await new Promise<void>((go) => (hold = go))
      if (pieces === 3) return route.abort('connectionreset')
      await route.continue().catch(() => undefined)
    })
    await save(page)
    const pause = page.getByRole('button', { name: 'Mettre en pause' })
    await pause.waitFor()
    await screenshot(page, 'upload-light')
    assert.deepEqual(await axeFindings(page), [])
    await pause.click()
    await page.getByText('Envoi en pause').waitFor()
    hold!()
    await page.waitForTimeout(500)
    assert.equal(pieces, 1, 'nothing goes while it is paused')
    await page.getByRole('button', { name: 'Reprendre' }).click()
    await page.getByText('Le brouillon est enregistré.').waitFor()
    assert.isAtLeast(pieces, 4)
    assert.include(await page.innerText('main'), 'lourd.pdf')
  })

  test('what was sent before the page was closed is not sent again', async ({ assert }) => {
    const offsets: string[] = []
    const page = await open(async (route) => {
      offsets.push((await route.request().headerValue('upload-offset'))!)
      if (offsets.length === 2) return new Promise<void>(() => {})
      await route.continue()
    })
    await save(page)
    await until(() => offsets.length === 2, 'the second piece')
    assert.deepEqual(offsets, ['0', String(2 * 1024 * 1024)])
    const again: string[] = []
    await fill(page, async (route) => {
      again.push((await route.request().headerValue('upload-offset'))!)
      await route.continue()
    })
    await save(page)
    await page.getByText('Le brouillon est enregistré.').waitFor()
    assert.isAtLeast(Number(again[0]), 2 * 1024 * 1024)
  })

  test('it is stopped at once, and the form keeps everything', async ({ assert }) => {
    const page = await open(async (route) => {
      await new Promise((later) => setTimeout(later, 3000))
      await route.continue().catch(() => undefined)
    }, 'narrow')
    await save(page)
    await page.getByRole('button', { name: 'Arrêter l’envoi' }).waitFor()
    await screenshot(page, 'upload-narrow')
    await page.getByRole('button', { name: 'Arrêter l’envoi' }).click()
    await page.getByText('L’envoi est arrêté').waitFor()
    assert.equal(await page.locator('[data-sending]').count(), 0)
    assert.equal(await page.getByLabel('Objet').inputValue(), 'Un envoi lourd')
    const kept = await page.$eval('#champ-document', (field: any) => field.files.length)
    assert.equal(kept, 1)
  })
})
