import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, openSession, overflowOf, windowOn } from '#tests/helpers/browser'
import { savedBy } from '#tests/helpers/saved_by'
import { bidder } from '#tests/procurement/bidders'
import { onlineLots } from '#tests/procurement/lots'
import { market, type Market } from '#tests/procurement/room'

test.group('A pli of two lots', (group) => {
  const contexts: BrowserContext[] = []
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  async function pageOf(name: string, id: string): Promise<Page> {
    const context = await windowOn('narrow')
    contexts.push(context)
    await openSession(context, (await bidder(name)).session)
    const page = await context.newPage()
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    return page
  }

  /** By the keyboard: a box is reached, and the space bar ticks it. */
  async function tick(page: Page, lot: number) {
    await page.getByRole('checkbox', { name: `Lot ${lot} : Part ${lot}` }).focus()
    await page.keyboard.press('Space')
  }
  const choose = (page: Page, envelope: string) =>
    page.setInputFiles(`[data-envelope="${envelope}"]`, [
      { name: `${envelope}.txt`, mimeType: 'text/plain', buffer: Buffer.from(envelope) },
    ])
  async function press(page: Page) {
    await page.getByRole('button', { name: 'Déposer', exact: true }).focus()
    await page.keyboard.press('Enter')
  }

  test('is chosen, asked about where it looks forgetful and sealed with the keyboard alone, at 320 pixels', async ({
    assert,
  }) => {
    const id = await onlineLots(town, 3, { mostLotsAnswered: 2 })
    const page = await pageOf('Deux', id)
    assert.isFalse(await page.locator('[data-envelope="offre-1"]').isVisible())
    await choose(page, 'candidature')
    await press(page)
    await page.getByText('Cochez au moins un lot').waitFor()
    for (const lot of [1, 2, 3]) await tick(page, lot)
    await press(page)
    await page.getByText('admet 2 lots au plus').waitFor()
    await choose(page, 'offre-1')
    await choose(page, 'offre-3')
    await tick(page, 3)
    await press(page)
    await page.getByText('Le lot 2 est coché, et n’a pas de fichier').waitFor()
    await page.getByText('Des fichiers sont choisis pour le lot 3').waitFor()
    await tick(page, 2)
    await tick(page, 3)
    assert.isFalse(await page.locator('[data-envelope="offre-2"]').isVisible())
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await overflowOf(page), 0)
    await press(page)
    await page.getByText('Votre pli est déposé').waitFor()
    const receipt = JSON.parse((await savedBy(page, '[data-deposit-receipt]')).toString())
    assert.deepEqual(
      receipt.documents.map(({ envelope }: any) => envelope),
      ['candidature', 'offre-1', 'offre-3']
    )
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await tick(page, 3)
    await choose(page, 'offre-3')
    await press(page)
    await page.getByText('Le lot 1, auquel répondait votre pli précédent').waitFor()
  })
})
