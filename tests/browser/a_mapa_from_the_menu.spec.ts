import { test } from '@japa/runner'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, overflowOf, signIn, windowOn } from '#tests/helpers/browser'
import { consultation, market, signed, typed, type Market } from '#tests/procurement/room'

/** What each gesture takes of who does it for the first time; a text is typed at 100 signs a minute. */
const SECONDS = { page: 30, field: 15, press: 5, sign: 0.6 }

/** How long an agent is at it, told by what she does and not by this machine. */
class Effort {
  seconds = 0
  page = () => void (this.seconds += SECONDS.page)
  press = () => void (this.seconds += SECONDS.press)
  field = (text: string) => void (this.seconds += SECONDS.field + SECONDS.sign * text.length)
}

test.group('A procédure adaptée, from the menu to the public page', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.teardown(closeBrowser)

  test('is written in ten minutes, sent to be signed and read by everybody, its hour moved back, at 320 pixels', async ({
    assert,
  }) => {
    const context = await windowOn('narrow')
    await signIn(context, town.agent)
    const page = await context.newPage()
    const effort = new Effort()
    page.on('load', effort.page)
    await page.goto('/c/kervalan')
    await page.goto((await page.locator('nav a[href$="/marches"]').first().getAttribute('href'))!)
    await page.getByRole('link', { name: 'Nouvelle consultation' }).click()
    const need = typed() as Record<string, string>
    const fills = async (name: string, text: string) => {
      effort.field(text)
      await page.locator(`[name=${name}]`).fill(text)
    }
    effort.press()
    for (const name of ['reference', 'title', 'description', 'estimate', 'cpv', 'placeCode'])
      await fills(name, need[name])
    effort.field('')
    await page
      .locator('[name=nature]')
      .selectOption(need.nature)
      .catch(async () => {
        await page.locator(`[name=nature][value=${need.nature}]`).check()
      })
    await fills('deadlineDay', need.deadlineDay)
    await fills('deadlineTime', need.deadlineTime)
    assert.deepEqual(await axeFindings(page), [])
    effort.press()
    await page.getByRole('button', { name: /Enregistrer/ }).click()
    await page.getByRole('heading', { level: 1, name: need.title }).waitFor()
    const id = /marches\/([0-9a-f-]{36})/.exec(page.url())![1]
    assert.equal(await overflowOf(page), 0)
    await page.getByRole('button', { name: 'Envoyer à la signature' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer à la signature' }).click()
    await page.getByText('attend la signature du règlement').waitFor()
    for (let presses = 0; presses < 2; presses++) effort.press()
    assert.isBelow(effort.seconds, 600, 'ten minutes from the menu to the parapheur')
    assert.isAbove(effort.seconds, 150, 'the count follows what is done')
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
