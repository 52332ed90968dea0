import { test } from '@japa/runner'
import { closeBrowser, windowOn } from '#tests/helpers/browser'
import territoryPages from './rooms/territory.js'

test.group('The territorial project without JavaScript', (group) => {
  group.teardown(closeBrowser)

  test('shows the inhabitants every plot and the figures behind it', async ({ assert }) => {
    const pages = await territoryPages()
    const { path } = pages.find(({ name }) => name === 'territory-public-fiche')!
    const context = await windowOn('light', { scripts: false })
    const page = await context.newPage()
    await page.goto(path)
    assert.equal(await page.locator('svg.plot').count(), 4)
    await page.locator('.contents a[href="#indicateurs"]').click()
    await page.locator('.figure summary').first().click()
    const table = page.getByRole('table', { name: 'Nombre de démarches entièrement en ligne' })
    assert.isTrue(await table.isVisible())
    await context.close()
  })
})
