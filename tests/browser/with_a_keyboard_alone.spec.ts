import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { person } from '#tests/world/world'

/** Where the focus is, and whether somebody sees it there. */
const FOCUS = `(() => {
  const one = document.activeElement
  const shown = one.matches('a, button, input, select, textarea, summary, [tabindex]')
  // A whole row may show the focus of the link that covers it.
  const places = [one, one.closest('li'), one.closest('label'), one.parentElement].filter(Boolean)
  const seen = places.some((place) => {
    const style = getComputedStyle(place)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
  })
  return { shown, seen, what: one.outerHTML.slice(0, 120) }
})()`

async function walk(page: Page, most: number) {
  const hidden: string[] = []
  const met = new Set<string>()
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab')
    const focus = (await page.evaluate(FOCUS)) as { shown: boolean; seen: boolean; what: string }
    if (focus.what.startsWith('<body')) break
    met.add(focus.what)
    if (focus.shown && !focus.seen) hidden.push(focus.what)
  }
  return { hidden, met: [...met] }
}

test.group('With a keyboard alone', (group) => {
  group.teardown(closeBrowser)

  test('the focus is seen wherever it goes', async ({ assert }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    for (const path of ['/', '/_/parts', '/c/kervalan', '/p/kervalan']) {
      const context = await windowOn('light')
      await signIn(context, agent)
      const page = await context.newPage()
      await page.goto(path)
      const { hidden, met } = await walk(page, 90)
      assert.deepEqual(hidden, [], path)
      assert.isAtLeast(met.length, 5, path)
      await context.close()
    }
  })

  test('the first key leads past the menu to the content', async ({ assert }) => {
    const context = await windowOn('light')
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    await page.goto('/c/kervalan')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'contenu')
    await context.close()
  })

  test('Ctrl K searches, the arrows choose, Enter goes, Escape leaves', async ({ assert }) => {
    const context = await windowOn('light')
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    await page.goto('/c/kervalan/recherche')
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('Control+k')
    assert.isTrue(await page.locator('#palette').evaluate((one: any) => one.open))
    await page.keyboard.press('Escape')
    assert.isFalse(await page.locator('#palette').evaluate((one: any) => one.open))
    await page.keyboard.press('Control+k')
    await page.keyboard.type('ce qui vous')
    await page.waitForSelector('#palette [role="option"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/c/kervalan')
    await context.close()
  })
})

test.group('Without scripts', (group) => {
  group.teardown(closeBrowser)

  test('the menu of a narrow screen opens, and the search answers', async ({ assert }) => {
    const context = await windowOn('narrow', { scripts: false })
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    await page.goto('/c/kervalan')
    await page.click('.roof-menu-button')
    assert.isTrue(await page.locator('#services').isVisible())
    await page.keyboard.press('Escape')
    await page.fill('.roof-search input', 'cantine')
    await page.press('.roof-search input', 'Enter')
    await page.waitForURL('**/recherche?q=cantine')
    assert.include(await page.locator('h1').innerText(), 'Recherche')
    await context.close()
  })
})
