import { test } from '@japa/runner'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, overflowOf, signIn, windowOn } from '#tests/helpers/browser'
import { consultation, market, signed, typed, type Market } from '#tests/procurement/room'

test.group('A procédure adaptée, from the menu to the public page', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.teardown(closeBrowser)

  test('is written, sent to be signed and read by everybody, its hour moved back, at 320 pixels', async ({
    assert,
  }) => {
    const context = await windowOn('narrow')
    await signIn(context, town.agent)
    const page = await context.newPage()
    await page.goto('/c/kervalan')
    await page.goto((await page.locator('nav a[href$="/marches"]').first().getAttribute('href'))!)
    await page.getByRole('link', { name: 'Nouvelle consultation' }).click()
    const need = typed() as Record<string, string>
    for (const name of ['reference', 'title', 'description', 'estimate', 'cpv', 'placeCode'])
      await page.locator(`[name=${name}]`).fill(need[name])
    await page
      .locator('[name=nature]')
      .selectOption(need.nature)
      .catch(async () => {
        await page.locator(`[name=nature][value=${need.nature}]`).check()
      })
    await page.locator('[name=deadlineDay]').fill(need.deadlineDay)
    await page.locator('[name=deadlineTime]').fill(need.deadlineTime)
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('button', { name: /Enregistrer/ }).click()
    await page.getByRole('heading', { level: 1, name: need.title }).waitFor()
    const id = /marches\/([0-9a-f-]{36})/.exec(page.url())![1]
    assert.equal(await overflowOf(page), 0)
    await page.getByRole('button', { name: 'Envoyer à la signature' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer à la signature' }).click()
    await page.getByText('attend la signature du règlement').waitFor()
    const { publicationFolderId } = await consultation(town, id)
    await signed(town.tenant, id, publicationFolderId!)
    await page.goto(`/c/kervalan/marches/${id}/prorogation`)
    const later = (await consultation(town, id)).hour.plus({ days: 3 })
    await page.locator('[name=deadlineDay]').fill(later.toISODate()!)
    await page.locator('[name=reason]').fill('Une pièce du dossier a été modifiée.')
    await page.getByRole('button', { name: 'Reporter pour tous' }).click()
    await page.getByText('L’heure limite est reportée pour tous').waitFor()
    const everybody = await windowOn('narrow')
    const seen = await everybody.newPage()
    await seen.goto(`/p/kervalan/marches/${id}`)
    assert.include(await seen.locator('main').innerText(), 'Une pièce du dossier a été modifiée.')
    assert.deepEqual(await axeFindings(seen), [])
    await context.close()
    await everybody.close()
  })
})
