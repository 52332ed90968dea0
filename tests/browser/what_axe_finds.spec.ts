import { test } from '@japa/runner'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { axeFindings, colourFindings, settled } from '#tests/helpers/axe'
import { closeBrowser, windowOn } from '#tests/helpers/browser'

/** Faults of several kinds, one of them by night alone and one in a frame. */
const FAULTY = `<!doctype html><html lang="fr"><title>Des fautes</title>
<style>
  :root { color-scheme: light dark; background: light-dark(#fff, #111) }
  .night { color: light-dark(#111, #333) }
  .slow { color: light-dark(#111, #eee); transition: color 1s }
  .pale { color: #ccc; background: #fff }
</style>
<main><h1>Des fautes</h1><p class="night">Pâle la nuit</p><p class="slow">Lisible</p>
<p class="pale">Pâle toujours</p>
<img src="data:,"><input type="text"><ul><p>Hors liste</p></ul>
<iframe title="Cadre" srcdoc="<html lang='fr'><title>x</title><main><h1>x</h1><button></button></main>"></iframe>
</main></html>`

test.group('What axe finds', (group) => {
  group.teardown(closeBrowser)

  async function faulty(): Promise<Page> {
    const page = await (await windowOn('light')).newPage()
    await page.setContent(FAULTY, { waitUntil: 'load' })
    return page
  }

  const builtBy = async (page: Page) => {
    await settled(page)
    return (await new AxeBuilder({ page }).analyze()).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} ${failureSummary}`)
    )
  }

  test('is what its own builder finds, in the frames too and in both themes', async ({
    assert,
  }) => {
    // Two windows: what the builder gives to a page would stay for the next look at it.
    const [page, theirs] = [await faulty(), await faulty()]
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const one of [page, theirs]) await one.emulateMedia({ colorScheme })
      const found = await axeFindings(page)
      assert.sameMembers(found, await builtBy(theirs), colorScheme)
      const rules = found.map((line) => line.split(':')[0])
      assert.includeMembers(rules, ['image-alt', 'label', 'button-name', 'color-contrast', 'list'])
    }
    await theirs.context().close()
    await page.context().close()
  })

  test('by night is told from what it finds by day, without opening the page again', async ({
    assert,
  }) => {
    const page = await faulty()
    const pale = async () =>
      (await axeFindings(page)).flatMap((line) => /class="(night|slow)"/.exec(line)?.[1] ?? [])
    assert.isEmpty(await pale())
    await page.emulateMedia({ colorScheme: 'dark' })
    assert.deepEqual(await pale(), ['night'])
    await page.emulateMedia({ colorScheme: 'light' })
    assert.isEmpty(await pale())
    await page.context().close()
  })

  test('in the colours alone is all that it finds anew by night', async ({ assert }) => {
    const page = await faulty()
    const byDay = await axeFindings(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const byNight = await axeFindings(page)
    const inColours = await colourFindings(page)
    const anew = byNight.filter((line) => !byDay.includes(line))
    assert.isNotEmpty(anew)
    assert.includeMembers(inColours, anew)
    assert.includeMembers(byNight, inColours)
    await page.context().close()
  })
})
