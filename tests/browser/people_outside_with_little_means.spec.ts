import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { baseUrl, closeBrowser, overflowOf, windowOn } from '#tests/helpers/browser'
import { forgetAttempts } from '#tests/identity/visitor'

const MOST_KEYS = 60

/** Goes by the key of tabulation alone to what `selector` names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let keys = 0; keys < MOST_KEYS; keys++) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(`document.activeElement.matches('${selector}')`)
    if (isThere) return
  }
  throw new Error(`${selector} is not reached by ${MOST_KEYS} keys on ${page.url()}`)
}

/** Types into fields by their names, in the order of the page, and sends the form. */
async function fillByKeys(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await tabTo(page, `[name=${name}]`)
    await page.keyboard.type(value)
  }
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

test.group('Somebody outside, on a narrow screen, with keys alone and no script', (group) => {
  let page: Page
  group.each.setup(async () => {
    await forgetAttempts()
    const context = await windowOn('narrow', { scripts: false })
    page = await context.newPage()
    return () => context.close()
  })
  group.teardown(closeBrowser)

  test('opens an account with a name, comes in by her paper, and names her association', async ({
    assert,
  }) => {
    const seen = async (title: string) => {
      assert.include(await page.locator('h1').innerText(), title)
      assert.equal(await overflowOf(page), 0, title)
    }
    await page.goto('/moi/inscription')
    await seen('Ouvrir un compte')
    await fillByKeys(page, { given_names: 'Anne', birth_name: 'Pennec' })
    await seen('Votre code sur papier')
    const text = await page.locator('main').innerText()
    const [account] = text.match(/[A-Z0-9]{4}-[A-Z0-9]{4}(?!-)/)!
    const [password] = text.match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/)!
    await tabTo(page, 'a[href="/moi/connexion"]')
    await Promise.all([page.waitForURL('**/moi/connexion'), page.keyboard.press('Enter')])
    await fillByKeys(page, { login: account, password })
    await seen('Bonjour Anne Pennec')
    await page.goto('/moi/organismes/ajouter')
    await fillByKeys(page, { number: 'Strasbourg, volume 12, folio 34' })
    assert.equal(new URL(page.url()).origin, baseUrl())
    assert.include(await page.locator('main').innerText(), 'Strasbourg, volume 12, folio 34')
    assert.equal(await overflowOf(page), 0)
  })
})
