import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import {
  axeFindings,
  closeBrowser,
  overflowOf,
  screenshot,
  signIn,
  windowOn,
  type View,
} from '#tests/helpers/browser'
import { person, place } from '#tests/world/world'
import { OPEN_PAGES, type VisitedPage } from './pages.js'

const HEAVIEST = 200_000

async function agentPages(): Promise<VisitedPage[]> {
  const agent = await person('Maëlle Le Goff', { 'kervalan': ['agent'], 'saint-orven': ['agent'] })
  const { id } = await place('kervalan')
  await tenancy.run(id, () =>
    tasks.open({
      key: `browser:${agent.id}`,
      capability: 'portal',
      title: 'Reprendre la délibération « Tarifs de la cantine pour 2027 »',
      url: '/c/kervalan',
      personId: agent.id,
      dueAt: new Date(Date.now() + 3 * 86_400_000),
    })
  )
  const newcomer = await person('Yann Kerbrat', { 'saint-orven': ['signatory'] })
  return [
    { name: 'home', path: '/c/kervalan', as: agent },
    { name: 'home-empty', path: '/c/saint-orven', as: newcomer },
    { name: 'tasks', path: '/mes-taches', as: agent },
    { name: 'search', path: '/c/kervalan/recherche?q=cantine', as: agent },
    { name: 'town', path: '/p/kervalan' },
  ]
}

let made: Promise<VisitedPage[]> | undefined
const allPages = () => (made ??= agentPages().then((pages) => [...OPEN_PAGES, ...pages]))

/** Opens every page in one kind of window and gathers what is wrong, by page. */
async function visitAll(view: View, look: (page: Page, visited: VisitedPage) => Promise<string[]>) {
  const wrong: Record<string, string[]> = {}
  for (const visited of await allPages()) {
    const context = await windowOn(view)
    if (visited.as) await signIn(context, visited.as)
    const page = await context.newPage()
    page.on('console', (message) => {
      const expected = visited.name === 'not-found' && message.text().includes('404')
      if (message.type() === 'error' && !expected) {
        ;(wrong[visited.name] ??= []).push(`console: ${message.text()}`)
      }
    })
    await page.goto(visited.path, { waitUntil: 'load' })
    const found = await look(page, visited)
    if (found.length) (wrong[visited.name] ??= []).push(...found)
    await context.close()
  }
  return wrong
}

test.group('Every page', (group) => {
  group.teardown(closeBrowser)

  for (const theme of ['light', 'dark'] as const) {
    test(`has nothing that axe finds wrong, ${theme}`, async ({ assert }) => {
      const wrong = await visitAll(theme, async (page, { name }) => {
        await screenshot(page, `${name}-${theme}`)
        return axeFindings(page)
      })
      assert.deepEqual(wrong, {})
    }).timeout(120_000)
  }

  for (const view of ['narrow', 'zoomed'] as const) {
    test(`never scrolls sideways, ${view}`, async ({ assert }) => {
      const wrong = await visitAll(view, async (page, { name }) => {
        await screenshot(page, `${name}-${view}`)
        const overflow = await overflowOf(page)
        return overflow > 0 ? [`${overflow} pixels too wide`] : []
      })
      assert.deepEqual(wrong, {})
    }).timeout(120_000)
  }

  test('weighs 200 kB at most when it is first opened', async ({ assert }) => {
    const wrong = await visitAll('light', async (page) => {
      await page.waitForLoadState('networkidle')
      const bytes = (await page.evaluate(
        `performance.getEntries().reduce((sum, e) => sum + (e.transferSize ?? 0), 0)`
      )) as number
      return bytes > HEAVIEST || bytes === 0 ? [`${bytes} bytes`] : []
    })
    assert.deepEqual(wrong, {})
  }).timeout(120_000)
})
