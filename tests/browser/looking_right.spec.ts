import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { testTrust } from '#tests/helpers/trust'
import { person } from '#tests/world/world'
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

  test('in forced colours, the menu of the public says which page is shown', async ({ assert }) => {
    const page = await visitor('/p/landreval/projet')
    await page.emulateMedia({ forcedColors: 'active' })
    const bars = await page.evaluate<{ current: boolean; colour: string; above: string }[]>(
      `[...document.querySelectorAll('.town-nav a')].map((one) => ({
        current: one.hasAttribute('aria-current'),
        colour: getComputedStyle(one).borderBlockEndColor,
        above: getComputedStyle(one).borderBlockStartColor,
      }))`
    )
    const current = bars.filter((one) => one.current)
    assert.lengthOf(current, 1)
    for (const { colour, above } of bars.filter((one) => !one.current)) {
      assert.deepEqual([colour, above], ['rgb(255, 255, 255)', 'rgb(255, 255, 255)'])
    }
    assert.notEqual(current[0].colour, 'rgb(255, 255, 255)')
    await page.context().close()
  })

  test('in forced colours, the rail says it by more than the weight of a word', async ({
    assert,
  }) => {
    const context = await windowOn('light')
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    await page.goto('/c/kervalan/actes', { waitUntil: 'networkidle' })
    await page.emulateMedia({ forcedColors: 'active' })
    const outlines = await page.evaluate<[boolean, string][]>(
      `[...document.querySelectorAll('.rail a')].map((one) => [
        one.hasAttribute('aria-current'),
        getComputedStyle(one).outlineStyle,
      ])`
    )
    assert.isAbove(outlines.length, 2)
    for (const [isCurrent, style] of outlines) assert.equal(style, isCurrent ? 'solid' : 'none')
    await context.close()
  })
})
