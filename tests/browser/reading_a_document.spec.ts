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

  async function open(bytes: Buffer, options = {}): Promise<{ page: Page; errors: string[] }> {
    const acte = await acteWith(bytes)
    const context = await windowOn('light', options)
    contexts.push(context)
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    const errors: string[] = []
    page.on('console', (one) => one.type() === 'error' && errors.push(one.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`/c/kervalan/actes/${acte.id}`)
    return { page, errors }
  }

  test('its pages are drawn in the page, with their words, and nothing is refused', async ({
    assert,
  }) => {
    const { page, errors } = await open(await threePages())
    const before = await page.evaluate(
      `performance.getEntriesByType('resource').filter((e) => /pdf/.test(e.name)).length`
    )
    assert.equal(before, 0, 'the viewer is not fetched before it is wanted')
    await page.click('[data-preview]')
    const first = page.getByRole('region', { name: 'Page 1 sur 3' })
    await first.locator('canvas').waitFor({ timeout: 15_000 })
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
    await page.locator('.viewer-page canvas').first().waitFor({ timeout: 15_000 })
    // No waitForFunction: it evaluates, which the policy of the page refuses.
    const shown = async (number: string) => {
      const field = page.getByLabel('Aller à la page')
      for (let turn = 0; turn < 80 && (await field.inputValue()) !== number; turn++) {
        await page.waitForTimeout(25)
      }
      assert.equal(await field.inputValue(), number)
    }
    await page.keyboard.press('PageDown')
    await shown('2')
    await page.keyboard.press('End')
    await shown('3')
    await page.keyboard.press('+')
    await page.getByText('125').waitFor()
    await shown('3')
    await page.fill('[aria-label="Aller à la page"]', '1')
    await page.keyboard.press('Enter')
    await page.getByText('Article 1 du règlement').waitFor()
    assert.equal(await page.locator('dialog[open]').count(), 1)
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('dialog[open]').count(), 0)
    assert.equal(await page.locator('.viewer-page').count(), 0)
  })

  test('official samples are drawn: {$i}')
    .with(SAMPLES.slice(0, 8))
    .run(async ({ assert }, path) => {
      const { page, errors } = await open(readFileSync(path))
      await page.click('[data-preview]')
      await page.locator('.viewer-page canvas').first().waitFor({ timeout: 15_000 })
      assert.equal(await page.locator('dialog[open] iframe').count(), 0)
      assert.deepEqual(errors, [], path)
    })
    .skip(SAMPLES.length === 0, 'the official samples are not on this machine')

  test('what our viewer cannot read is left to that of the browser', async () => {
    const { page } = await open(Buffer.from('%PDF-1.4\nrien de lisible ici\n%%EOF\n'))
    await page.click('[data-preview]')
    await page.locator('dialog[open] iframe').waitFor({ state: 'attached', timeout: 15_000 })
  })

  test('without JavaScript the document opens by its own address', async ({ assert }) => {
    const { page } = await open(await threePages(), { scripts: false })
    const address = await page.getAttribute('[data-preview]', 'href')
    const answer = await page.request.get(address!)
    assert.equal(answer.headers()['content-type'], 'application/pdf')
    assert.include(answer.headers()['content-disposition'], 'inline')
  })
})
