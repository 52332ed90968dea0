import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser, windowOn } from '#tests/helpers/browser'
import { testTrust } from '#tests/helpers/trust'
import { signWith } from '../lib/signature/demo_signers.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import territoryPages from './rooms/territory.js'

async function visitor(path: string): Promise<Page> {
  const page = await (await windowOn('light')).newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  return page
}

/** Pixels between the bottom of what comes before an element and its top. */
const SPACE_ABOVE = (selector: string) => `(() => {
  const one = document.querySelector(${JSON.stringify(selector)})
  return one.getBoundingClientRect().top - one.previousElementSibling.getBoundingClientRect().bottom
})()`

test.group('What a page looks like', (group) => {
  let published: string
  group.setup(async () => {
    const pages = await territoryPages()
    published = pages.find(({ name }) => name === 'territory-public-fiche')!.path
  })
  group.teardown(closeBrowser)

  test('a file is chosen by our words, not by those of the browser', async ({ assert }) => {
    const page = await visitor('/verifier')
    const native = (await page.locator('input[type=file]').boundingBox())!
    assert.isAtMost(native.width * native.height, 1)
    const chooser = page.waitForEvent('filechooser')
    await page.locator('.dropzone-choose', { hasText: 'Choisir un fichier' }).click()
    const signed = await signWith(await samplePdf(), (await testTrust()).mayor)
    const file = { name: 'acte.pdf', mimeType: 'application/pdf', buffer: signed }
    await (await chooser).setFiles([file])
    await page.locator('.dropzone-files', { hasText: 'acte.pdf' }).waitFor()
    await page.getByLabel('Le document à vérifier').focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(
      `getComputedStyle(document.querySelector('.dropzone')).outlineStyle`
    )
    assert.equal(outline, 'solid')
    await page.locator('.form-end button').click()
    await page.locator('#autre').waitFor()
    for (const part of ['section[aria-labelledby=signatures]', 'section[aria-labelledby=autre]']) {
      assert.isAtLeast(await page.evaluate<number>(SPACE_ABOVE(part)), 24)
    }
    await page.context().close()
  })

  test('the steps of a sheet bear their numbers', async ({ assert }) => {
    const page = await visitor(published)
    const numbers = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.etapes > li > p:first-of-type')].map((one) => getComputedStyle(one, '::before').content)`
    )
    assert.isNotEmpty(numbers)
    for (const content of numbers) assert.match(content, /counter\(etape\)/)
    await page.context().close()
  })

  test('in forced colours, no border cuts the words of a state', async ({ assert }) => {
    const page = await visitor(published)
    await page.emulateMedia({ forcedColors: 'active' })
    const borders = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.legend [class*="state-"]')].map((one) => {
        one.className = 'state state-plain'
        return getComputedStyle(one).borderInlineStartColor
      })`
    )
    assert.isNotEmpty(borders)
    // Canvas: what the paper itself is drawn with.
    for (const border of borders) assert.equal(border, 'rgb(255, 255, 255)')
    await page.context().close()
  })
})
