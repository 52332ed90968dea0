import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import PDFDocument from 'pdfkit'
import type { BrowserContext, Page } from 'playwright'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { commune, draftOf } from '#tests/actes/room'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, screenshot, signIn, windowOn } from '#tests/helpers/browser'
import { sharedData } from '#tests/helpers/shared_data'
import { until } from '#tests/helpers/until'
import { person } from '#tests/world/world'

/** Three pages whose words are known. */
async function threePages(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4' })
  for (const number of [1, 2, 3]) {
    if (number > 1) pdf.addPage()
    pdf.fontSize(24).text(`Article ${number} du règlement`)
  }
  pdf.end()
  const parts: Buffer[] = []
  for await (const part of pdf) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Official PDFs, one a folder: they come from different programs. */
function samples(): string[] {
  const root = sharedData('.')
  if (!root) return []
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.pdf') && !name.includes('-protege-'))
    .map((name) => join(root, name))
    .filter((path) => statSync(path).size < 2_000_000)
    // Some samples are no PDF on purpose: an empty file, a page of the web.
    .filter((path) => readFileSync(path).subarray(0, 1024).includes('%PDF-'))
  return [...new Map(paths.map((path) => [dirname(path), path])).values()]
}
const SAMPLES = samples()

async function acteWith(bytes: Buffer) {
  const tenant = await commune()
  const { id } = await tenancy.run(tenant.id, () =>
    documents.store(bytes, { name: 'reglement.pdf' })
  )
  return draftOf(tenant, { documentId: id } as never)
}

test.group('Reading a document', (group) => {
  const contexts: BrowserContext[] = []
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  async function open(
    bytes: Buffer,
    { height = 900, ...options }: { height?: number; scripts?: boolean } = {}
  ): Promise<{ page: Page; errors: string[] }> {
    const acte = await acteWith(bytes)
    const context = await windowOn('light', options)
    contexts.push(context)
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    await page.setViewportSize({ width: 1280, height })
    const errors: string[] = []
    page.on('console', (one) => one.type() === 'error' && errors.push(one.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`/c/kervalan/actes/${acte.id}`)
    return { page, errors }
  }

  test('its pages are drawn in the page, with their words, and nothing is refused', async ({
    assert,
  }) => {
    const { page, errors } = await open(await threePages(), { height: 200 })
    const before = await page.evaluate(
      `performance.getEntriesByType('resource').filter((e) => /viewer|worker/.test(e.name)).length`
    )
    assert.equal(before, 0, 'the viewer is not fetched before it comes into sight')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.locator('.reader').scrollIntoViewIfNeeded()
    const first = page.locator('.reader').getByRole('region', { name: 'Page 1 sur 3' })
    await first.locator('canvas').waitFor()
    await first.getByText('Article 1 du règlement').waitFor()
    const drawn = await first.locator('canvas').evaluate((canvas: any) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      return data.some((value: number, index: number) => index % 4 === 0 && value < 100)
    })
    assert.isTrue(drawn, 'something is written on the page')
    await screenshot(page, 'viewer-light')
    assert.deepEqual(await axeFindings(page), [])
    await page.emulateMedia({ colorScheme: 'dark' })
    await screenshot(page, 'viewer-dark')
    assert.deepEqual(await axeFindings(page), [])
    assert.deepEqual(errors, [])
  })

  test('the keyboard turns its pages and enlarges them', async ({ assert }) => {
    const { page } = await open(await threePages())
    await page.focus('[data-preview]')
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog[open]')
    await dialog.locator('.viewer-page canvas').first().waitFor()
    // No waitForFunction: it evaluates, which the policy of the page refuses.
    const shown = async (number: string) => {
      const field = dialog.getByLabel('Aller à la page')
      await until(async () => (await field.inputValue()) === number, `page ${number}`)
    }
    await page.keyboard.press('PageDown')
    await shown('2')
    await page.keyboard.press('End')
    await shown('3')
    await page.keyboard.press('+')
    await dialog.getByText('125').waitFor()
    await shown('3')
    // A page that the document lacks: where one is led is what the field says
    for (const [typed, reached] of [
      ['99', '3'],
      ['deux', '1'],
      ['0', '1'],
    ]) {
      await dialog.getByLabel('Aller à la page').fill(typed)
      await page.keyboard.press('Enter')
      await shown(reached)
    }
    await dialog.locator('[aria-label="Aller à la page"]').fill('1')
    await page.keyboard.press('Enter')
    await dialog.getByText('Article 1 du règlement').waitFor()
    assert.equal(await page.locator('dialog[open]').count(), 1)
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('dialog[open]').count(), 0)
    // A dialog tells that it is closed once it is: its pages go a moment after it
    await page.locator('dialog .viewer-page').first().waitFor({ state: 'detached' })
    assert.equal(await page.locator('dialog .viewer-page').count(), 0)
  })

  test('its pages take the width of a window that narrows', async ({ assert }) => {
    const { page } = await open(await threePages())
    const sheet = page.locator('.reader .viewer-page').first()
    await sheet.locator('canvas').waitFor()
    const before = (await sheet.boundingBox())!.width
    await page.setViewportSize({ width: 320, height: 640 })
    await until(async () => (await sheet.boundingBox())!.width <= 300, 'a narrower page')
    const { width } = (await sheet.boundingBox())!
    assert.isAbove(before, 400)
    assert.isBelow(width, 300)
  })

  test('its words are found without their accents, page by page', async ({ assert }) => {
    const { page } = await open(await threePages())
    const reader = page.locator('.reader')
    await reader.locator('canvas').first().waitFor()
    await reader.getByLabel('Chercher dans le document').fill('REGLEMENT 2')
    await page.keyboard.press('Enter')
    await reader.getByText('Page 1 sur 1').waitFor()
    await reader.locator('.viewer-found', { hasText: 'Article 2' }).waitFor()
    await reader.getByLabel('Chercher dans le document').fill('introuvable')
    await page.keyboard.press('Enter')
    await reader.getByText('Aucune page').waitFor()
    assert.equal(await reader.locator('.viewer-found').count(), 0)
  })

  test('official samples are drawn: {$i}')
    .with(SAMPLES.slice(0, 8))
    .run(async ({ assert }, path) => {
      const { page, errors } = await open(readFileSync(path))
      await page.click('[data-preview]')
      await page.locator('dialog[open] .viewer-page canvas').first().waitFor()
      assert.equal(await page.locator('dialog[open] iframe').count(), 0)
      assert.deepEqual(errors, [], path)
    })
    .skip(SAMPLES.length === 0, 'the official samples are not on this machine')

  test('what our viewer cannot read is left to that of the browser', async () => {
    const { page } = await open(Buffer.from('%PDF-1.4\nrien de lisible ici\n%%EOF\n'))
    await page.click('[data-preview]')
    await page.locator('dialog[open] iframe').waitFor({ state: 'attached' })
  })

  test('without JavaScript the document opens by its own address', async ({ assert }) => {
    const { page } = await open(await threePages(), { scripts: false })
    const address = await page.getAttribute('[data-preview]', 'href')
    const answer = await page.request.get(address!)
    assert.equal(answer.headers()['content-type'], 'application/pdf')
    assert.include(answer.headers()['content-disposition'], 'inline')
  })
})
