import { test } from '@japa/runner'
import { closeBrowser, windowOn } from '#tests/helpers/browser'
import { wholePlatform, type WholePlatform } from '#tests/helpers/whole_platform'

test.group('Whom the list of demonstration accounts names outside', (group) => {
  let platform: WholePlatform
  group.setup(async () => {
    platform = await wholePlatform()
  })
  group.teardown(closeBrowser)

  const named = (provider: string) =>
    platform.demo.persons.filter((person) => person.provider === provider)

  async function atTheDoor() {
    const page = await (await windowOn('light')).newPage()
    await page.goto(`${platform.url}/moi/connexion`)
    return page
  }

  test('each comes in by her login and her password', async ({ assert }) => {
    const persons = named('halle')
    assert.isNotEmpty(persons)
    for (const { login, name, password } of persons) {
      const page = await atTheDoor()
      await page.getByLabel('Adresse électronique, téléphone ou numéro de compte').fill(login)
      await page.getByLabel('Mot de passe, ou code sur papier').fill(password!)
      await page.getByRole('button', { name: 'Me connecter', exact: true }).click()
      await page.waitForURL(`${platform.url}/moi`)
      assert.include(await page.innerText('body'), name)
      await page.context().close()
    }
  })

  test('each comes in by the simulated FranceConnect', async ({ assert }) => {
    const persons = named('franceconnect')
    assert.isNotEmpty(persons)
    for (const { login } of persons) {
      const page = await atTheDoor()
      await page.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click()
      await page.locator(`[name=login][value="${login}"]`).click()
      await page.waitForURL(`${platform.url}/moi`)
      await page.context().close()
    }
  })
})
