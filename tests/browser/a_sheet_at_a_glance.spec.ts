import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import type { VisitedPage } from './pages.js'
import territoryPages from './rooms/territory.js'

const TELEPHONE = { width: 320, height: 640 }
const DESK = { width: 1280, height: 900 }

/** What fits under the bound with every section folded. */
const TALL_AT_MOST = { telephone: 3_500, desk: 2_600 }

const TALL = 'document.documentElement.scrollHeight'

/** Bottom of an element, in pixels from the top of the page. */
const bottomOf = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!
  return box.y + box.height
}

test.group('The page of an action, at a glance', (group) => {
  let pages: VisitedPage[]
  group.setup(async () => {
    pages = await territoryPages()
  })
  group.teardown(closeBrowser)

  async function open(name: string, size: typeof DESK, scripts = true): Promise<Page> {
    const visited = pages.find((one) => one.name === name)!
    const context = await windowOn('light', { scripts })
    if (visited.as) await signIn(context, visited.as)
    const page = await context.newPage()
    await page.setViewportSize(size)
    await page.goto(visited.path, { waitUntil: 'networkidle' })
    return page
  }

  for (const name of ['territory-fiche', 'territory-fiche-read', 'territory-public-fiche']) {
    test(`${name} is short while its sections are folded`, async ({ assert }) => {
      const page = await open(name, TELEPHONE)
      const narrow = await page.evaluate<number>(TALL)
      await page.setViewportSize(DESK)
      const wide = await page.evaluate<number>(TALL)
      if (process.env.HEIGHTS) console.log(name, narrow, wide)
      assert.isAtMost(narrow, TALL_AT_MOST.telephone)
      assert.isAtMost(wide, TALL_AT_MOST.desk)
      await page.context().close()
    })
  }

  for (const name of ['territory-fiche', 'territory-public-fiche']) {
    test(`${name} says state, indicators and what is next on its first screen`, async ({
      assert,
    }) => {
      const page = await open(name, DESK)
      assert.isAtMost(await bottomOf(page, '.brief'), DESK.height)
      await page.setViewportSize(TELEPHONE)
      const states = name === 'territory-fiche' ? '.page-head .state' : '.legend'
      assert.isAtMost(await bottomOf(page, states), TELEPHONE.height)
      // A long title takes the first screen of a telephone: the figures begin right under it.
      assert.isAtMost(await bottomOf(page, '.brief h2'), 1.1 * TELEPHONE.height)
      assert.isAtMost(await bottomOf(page, '.brief'), 2 * TELEPHONE.height)
      await page.context().close()
    })
  }

  test('an anchor opens its section without a script, one at a time', async ({ assert }) => {
    const page = await open('territory-public-fiche', TELEPHONE, false)
    const isOpen = async (id: string) =>
      (await page.locator(`.fold:has(> #${id})`).getAttribute('open')) !== null
    await page.locator('.contents a[href="#section-deroule"]').click()
    assert.isTrue(await isOpen('section-deroule'))
    await page.locator('.contents a[href="#indicateurs"]').click()
    assert.isTrue(await isOpen('indicateurs'))
    assert.isFalse(await isOpen('section-deroule'))
    await page.context().close()
  })

  test('on a wide window several sections are read together, and all at once', async ({
    assert,
  }) => {
    const page = await open('territory-public-fiche', DESK)
    await page.locator('.fold > summary').nth(0).click()
    await page.locator('.fold > summary').nth(1).click()
    assert.equal(await page.locator('.fold[open]').count(), 2)
    await page.getByRole('button', { name: 'Tout ouvrir' }).click()
    const all = await page.locator('.fold').count()
    assert.equal(await page.locator('.fold[open]').count(), all)
    await page.context().close()
  })

  test('on paper every section is open', async ({ assert }) => {
    const page = await open('territory-public-fiche', DESK)
    await page.emulateMedia({ media: 'print' })
    const heights = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.fold-body')].map((one) => one.getBoundingClientRect().height)`
    )
    assert.isNotEmpty(heights)
    for (const height of heights) assert.isAbove(height, 40)
    await page.context().close()
  })

  test('the words of a plot keep the size of the page, and the plot fills its card', async ({
    assert,
  }) => {
    const page = await open('territory-public-fiche', TELEPHONE)
    await page.locator('.contents a[href="#indicateurs"]').click()
    for (const size of [TELEPHONE, DESK]) {
      await page.setViewportSize(size)
      const { words, body, plot, card } = await page.evaluate<Record<string, number>>(`({
        words: document.querySelector('.plot-grid text').getBoundingClientRect().height,
        body: parseFloat(getComputedStyle(document.body).fontSize) * 1.4,
        plot: document.querySelector('.plot').getBoundingClientRect().width,
        card: document.querySelector('.figure').getBoundingClientRect().width,
      })`)
      assert.isAtMost(words, body)
      assert.isAtLeast(words, 14)
      assert.closeTo(plot, card, 1)
    }
    await page.context().close()
  })
})
