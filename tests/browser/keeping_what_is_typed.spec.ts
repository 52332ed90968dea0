import { test } from '@japa/runner'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import territoryPages from './rooms/territory.js'

test.group('What is typed in a sheet', (group) => {
  group.teardown(closeBrowser)

  async function formOf(scripts: boolean, name = 'territory-section') {
    const { path, as } = (await territoryPages()).find((page) => page.name === name)!
    const context = await windowOn('light', { scripts })
    await signIn(context, as!)
    const open = async () => {
      const page = await context.newPage()
      await page.goto(path, { waitUntil: scripts ? 'networkidle' : 'load' })
      return page
    }
    return { context, open, person: as! }
  }

  test('is kept on the server as it comes, and the page says so', async ({ assert }) => {
    const { context, open } = await formOf(true)
    const page = await open()
    await page.fill('textarea[name=text]', 'Une phrase qui se garde seule.')
    await page.getByText('Brouillon gardé à').waitFor()
    const elsewhere = await open()
    assert.equal(
      await elsewhere.inputValue('textarea[name=text]'),
      'Une phrase qui se garde seule.'
    )
    assert.isTrue(await elsewhere.getByText('Ceci est votre brouillon').isVisible())
    const copies = await elsewhere.evaluate(
      `Object.keys(localStorage).filter((key) => key.startsWith('brouillon:')).length`
    )
    assert.equal(copies, 0)
    await elsewhere.getByRole('button', { name: 'Oublier le brouillon' }).click()
    await elsewhere.getByText('Votre brouillon est oublié').waitFor()
    await context.close()
  })

  test('is not lost to a page that is left at once', async ({ assert }) => {
    const { context, open } = await formOf(true)
    const page = await open()
    await page.fill('textarea[name=text]', 'Une phrase interrompue')
    await page.goto('about:blank')
    // What a page sends as it is left arrives when it can: the next page may be asked for before it
    let again = await open()
    const kept = () => again.inputValue('textarea[name=text]')
    const typed = 'Une phrase interrompue'
    for (let times = 0; times < 10 && (await kept()) !== typed; times++) again = await open()
    assert.equal(await kept(), typed)
    await again.getByRole('button', { name: 'Oublier le brouillon' }).click()
    await context.close()
  })

  test('stays on the device when the session is over, and says so', async ({ assert }) => {
    const { context, open } = await formOf(true)
    const page = await open()
    await context.clearCookies()
    await page.fill('textarea[name=text]', 'Une phrase sans session')
    await page.getByText('reste sur cet appareil').waitFor()
    const kept = await page.evaluate(
      `Object.entries(localStorage).some(([key, value]) => key.startsWith('brouillon:') && value.includes('sans session'))`
    )
    assert.isTrue(kept)
    await context.close()
  })

  test('says when it was kept in the language in which one reads dates', async ({ assert }) => {
    const { context, open, person } = await formOf(true)
    await person.merge({ datesLanguage: 'de' }).save()
    const page = await open()
    await page.fill('textarea[name=text]', 'Une phrase gardée')
    const hour = page.locator('[data-autosave-note] [lang=de]')
    await hour.waitFor()
    assert.match(await hour.innerText(), /^\d\d:\d\d$/)
    await context.clearCookies()
    await page.fill('textarea[name=text]', 'Une phrase de plus')
    await page.getByText('reste sur cet appareil').waitFor()
    await signIn(context, person)
    const again = await open()
    const moment = again.locator('.draft-note [lang=de]')
    const year = new Date().getFullYear()
    assert.match(
      await moment.innerText(),
      new RegExp(`^\\d+\\. \\p{L}+ ${year} um \\d\\d:\\d\\d$`, 'u')
    )
    assert.match(await again.innerText('.draft-note'), /^Votre saisie du .+ a été retrouvée/)
    await context.close()
  })

  test('is kept by a button where there is no script, with new rows to write in', async ({
    assert,
  }) => {
    const { context, open } = await formOf(false, 'territory-budget')
    const page = await open()
    const rows = await page.locator('[name$="[label]"]').count()
    await page.locator('[name$="[label]"]').last().fill('Formation des agents')
    await page.getByRole('button', { name: 'Garder le brouillon' }).click()
    assert.isTrue(await page.getByText('Ceci est votre brouillon').isVisible())
    assert.isAbove(await page.locator('[name$="[label]"]').count(), rows)
    await page.getByRole('button', { name: 'Oublier le brouillon' }).click()
    assert.equal(await page.locator('[name$="[label]"]').count(), rows)
    await context.close()
  })
})
