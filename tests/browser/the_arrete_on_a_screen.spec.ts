import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, openSession, overflowOf, windowOn, type View } from '#tests/helpers/browser'
import { bidder, type Bidder } from '#tests/procurement/bidders'
import { onlineLots } from '#tests/procurement/lots'
import { market, type Market } from '#tests/procurement/room'

test.group('The arrêté of 22 March 2019 on a screen', (group) => {
  let town: Market
  let her: Bidder
  let id: string
  group.setup(async () => {
    town = await market()
    her = await bidder('Écran')
    id = await onlineLots(town, 2)
  })
  group.teardown(closeBrowser)

  /** What a company goes through: the list, what to have ready, the consultation, the deposit, a question. */
  const road = () => [
    '/p/kervalan/marches',
    '/p/kervalan/marches/preparer',
    '/p/kervalan/marches/alertes',
    `/p/kervalan/marches/${id}`,
    `/moi/marches/kervalan/${id}`,
    `/moi/marches/kervalan/${id}/questions`,
    `/moi/marches/kervalan/${id}/candidature`,
  ]

  async function along<T>(view: View, look: (page: Page) => Promise<T>): Promise<Map<string, T>> {
    const context = await windowOn(view)
    try {
      await openSession(context, her.session)
      const page = await context.newPage()
      const found = new Map<string, T>()
      for (const path of road()) {
        const answer = await page.goto(path, { waitUntil: 'networkidle' })
        if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`)
        found.set(path, await look(page))
      }
      return found
    } finally {
      await context.close()
    }
  }

  test('SEC-03: nothing that the RGAA forbids is found by axe, by day and by night', async ({
    assert,
  }) => {
    for (const view of ['light', 'dark'] as const)
      for (const [path, found] of await along(view, axeFindings))
        assert.deepEqual(found, [], `${path}, ${view}`)
  })

  test('TECH-05: every page of a company fits a telephone, 320 pixels wide', async ({ assert }) => {
    const isWhole = async (page: Page) => ({
      over: await overflowOf(page),
      scale: await page.locator('meta[name=viewport]').getAttribute('content'),
    })
    for (const [path, { over, scale }] of await along('narrow', isWhole)) {
      assert.equal(over, 0, path)
      assert.include(scale, 'width=device-width', path)
    }
  })
})
