import { test } from '@japa/runner'
import type { SessionData } from '@adonisjs/session/types'
import type { BrowserContext, Locator, Page } from 'playwright'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, openSession, overflowOf, windowOn } from '#tests/helpers/browser'
import { savedBy } from '#tests/helpers/saved_by'
import { bidder } from '#tests/procurement/bidders'
import { emptyGroupBox, grouped, heldBidder } from '#tests/procurement/companies'
import { onlineLots } from '#tests/procurement/lots'
import { market, type Market } from '#tests/procurement/room'

/** No page asks for more, even by the longest way round. */
const MOST_TABS = 150

test.group('Two lots in a group', (group) => {
  const contexts: BrowserContext[] = []
  let town: Market
  group.setup(async () => {
    town = await market()
    await emptyGroupBox()
  })
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  async function windowOf(session: SessionData, scripts = true): Promise<Page> {
    const context = await windowOn('narrow', { scripts })
    contexts.push(context)
    await openSession(context, session)
    return context.newPage()
  }

  /** Goes there as a keyboard does: from where it is, one stop after the other. */
  async function reach(page: Page, there: Locator): Promise<void> {
    for (let count = 0; count < MOST_TABS; count++) {
      await page.keyboard.press('Tab')
      if (await there.evaluate((element) => element === element.ownerDocument.activeElement)) return
    }
    throw new Error(`A keyboard does not reach ${there}`)
  }
  async function press(page: Page, there: Locator, key: 'Space' | 'Enter') {
    await reach(page, there)
    await page.keyboard.press(key)
  }
  async function choose(page: Page, envelope: string) {
    const asked = page.waitForEvent('filechooser')
    await press(page, page.locator(`[data-envelope="${envelope}"]`), 'Space')
    await (
      await asked
    ).setFiles([{ name: `${envelope}.txt`, mimeType: 'text/plain', buffer: Buffer.from(envelope) }])
  }

  test('are answered by the keyboard alone, at 320 pixels, and nothing is found by axe', async ({
    assert,
    client,
  }) => {
    const id = await onlineLots(town, 3)
    const [lead, other] = [await heldBidder('Cariou'), await heldBidder('Pennec')]
    await grouped(client, id, { lead, other })
    const page = await windowOf(lead.session)
    await page.goto(`/moi/marches/kervalan/${id}`, { waitUntil: 'networkidle' })
    await press(page, page.getByLabel('Joindre le dossier préparé'), 'Space')
    for (const lot of [1, 3]) {
      await press(page, page.getByRole('checkbox', { name: `Lot ${lot} : Part ${lot}` }), 'Space')
      await choose(page, `offre-${lot}`)
    }
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await overflowOf(page), 0)
    await press(page, page.getByRole('button', { name: 'Déposer', exact: true }), 'Enter')
    await page.getByText('Votre pli est déposé').waitFor({ timeout: 60_000 })
    assert.deepEqual(await axeFindings(page), [])
    const receipt = JSON.parse((await savedBy(page, '[data-deposit-receipt]')).toString())
    const names = receipt.documents.map(({ envelope, name }: any) => `${envelope}/${name}`)
    assert.includeMembers(names, [
      'candidature/dossier/candidature.json',
      `candidature/dossier/DC2-${other.siret}.pdf`,
      'offre-1/offre-1.txt',
      'offre-3/offre-3.txt',
    ])
    assert.notInclude(names.join(), 'offre-2')
  }).timeout(240_000)

  test('without JavaScript, what to have ready and where to answer both lead to the offline sealer', async ({
    assert,
  }) => {
    const id = await onlineLots(town, 2)
    const page = await windowOf((await bidder('Sans')).session, false)
    for (const path of ['/p/kervalan/marches/preparer', `/moi/marches/kervalan/${id}`]) {
      await page.goto(path)
      assert.match(await page.locator('main').innerText(), /(hors ligne|sans réseau)/, path)
      const link = page.locator('main a[href="/halle-sceller.html"]').first()
      assert.isTrue(await link.isVisible(), path)
    }
    assert.equal((await page.request.get('/halle-sceller.html')).status(), 200)
  })
})
