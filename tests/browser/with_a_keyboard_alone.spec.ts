import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { person } from '#tests/world/world'

const FOCUSABLE = 'a[href], button, input:not([type="hidden"]), select, textarea, [tabindex="0"]'

const focusedId = (page: Page) => page.evaluate('document.activeElement.id')
const focusedHtml = (page: Page) => page.evaluate<string>('document.activeElement.outerHTML')

test.group('With a keyboard alone', (group) => {
  group.teardown(closeBrowser)

  test('the first key leads past the menu to the content', async ({ assert }) => {
    const context = await windowOn('light')
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const page = await context.newPage()
    await page.goto('/c/kervalan')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await focusedId(page), 'contenu')
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

test.group('Dialogs and menus with a keyboard alone', (group) => {
  let page: Page
  group.each.setup(async () => {
    const context = await windowOn('light')
    await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    page = await context.newPage()
    await page.goto('/_/parts', { waitUntil: 'networkidle' })
    return () => context.close()
  })
  group.teardown(closeBrowser)

  test('a dialog keeps the focus, in its order, and Escape gives it back', async ({ assert }) => {
    const opener = page.getByRole('button', { name: 'Ouvrir un dialogue' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    const order = await dialog
      .locator(FOCUSABLE)
      .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))
    assert.isAbove(order.length, 1)
    const met = [await focusedHtml(page)]
    while (met.length < order.length) {
      await page.keyboard.press('Tab')
      met.push(await focusedHtml(page))
    }
    assert.deepEqual(met, order)
    await page.keyboard.press('Escape')
    assert.equal(await dialog.count(), 0)
    assert.isTrue(await opener.evaluate((one) => one.matches(':focus')))
  })

  test('a menu is entered by the next key, and Escape gives the focus back', async ({ assert }) => {
    await page.goto('/c/kervalan', { waitUntil: 'networkidle' })
    const opener = page.locator('[popovertarget="moi"]')
    await opener.focus()
    await page.keyboard.press('Enter')
    const menu = page.locator('#moi:popover-open')
    await menu.waitFor()
    await page.keyboard.press('Tab')
    assert.isTrue(await menu.evaluate((one) => one.matches(':focus-within')))
    await page.keyboard.press('Escape')
    assert.equal(await menu.count(), 0)
    assert.isTrue(await opener.evaluate((one) => one.matches(':focus')))
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
