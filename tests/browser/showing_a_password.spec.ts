import { test } from '@japa/runner'
import { closeBrowser, windowOn } from '#tests/helpers/browser'

const REVEAL = { name: 'Montrer le mot de passe' }

test.group('A password', (group) => {
  group.teardown(closeBrowser)

  const opened = async (scripts: boolean) => {
    const context = await windowOn('narrow', { scripts })
    const page = await context.newPage()
    await page.goto('/connexion', { waitUntil: scripts ? 'networkidle' : 'load' })
    return page
  }

  test('is shown by a button that says whether it is, and is sent hidden', async ({ assert }) => {
    const page = await opened(true)
    const field = page.locator('input[name=password]')
    await field.fill('un mot de passe long')
    const button = page.getByRole('button', REVEAL)
    await button.waitFor()
    assert.equal(await field.getAttribute('type'), 'password')
    await button.focus()
    await page.keyboard.press('Space')
    assert.equal(await field.getAttribute('type'), 'text')
    assert.isTrue(await page.getByRole('button', { ...REVEAL, pressed: true }).isVisible())
    // What is typed in a form is kept in the browser; a password never is, shown or not
    await page.fill('input[name=email]', 'maelle@exemple.test')
    const kept = await page.evaluate('JSON.stringify({ ...localStorage })')
    assert.notInclude(String(kept), 'un mot de passe long')
    await page.evaluate(`addEventListener('submit', (event) => event.preventDefault())`)
    await page.getByRole('button', { name: 'Me connecter', exact: true }).click()
    assert.equal(await field.getAttribute('type'), 'password')
    assert.isTrue(await page.getByRole('button', { ...REVEAL, pressed: false }).isVisible())
    await page.context().close()
  })

  test('stays as it was where there is no script to show it', async ({ assert }) => {
    const page = await opened(false)
    assert.equal(await page.getByRole('button', REVEAL).count(), 0)
    assert.equal(await page.locator('input[name=password]').getAttribute('type'), 'password')
    await page.context().close()
  })
})
