import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { provisionTerritory } from '#territory'
import Project from '#territory/models/project'
import {
  type View,
  axeFindings,
  closeBrowser,
  overflowOf,
  screenshot,
  signIn,
  windowOn,
} from '#tests/helpers/browser'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from './pages.js'

/** The demo project, committed once for the run, seen by who conducts it and by a contributor. */
async function territoryPages(): Promise<VisitedPage[]> {
  const tenant = await place('landreval')
  const lead = await person('Nolwenn Riou', { landreval: ['administrator'] })
  const contributor = await person('Maëlle Le Goff', { landreval: ['contributor'] })
  const people = {
    lead: { userId: lead.id, name: lead.fullName },
    contributor: { userId: contributor.id },
  }
  const [project, piloted, other] = await tenancy.run(tenant.id, async () => {
    const found = await Project.whole(await provisionTerritory(tenant, people))
    return [found.id, ...found.axes.map((axe) => axe.fiches[0].id)]
  })
  const base = '/c/landreval/territory'
  return [
    { name: 'territory-project', path: `${base}/projets/${project}`, as: lead },
    { name: 'territory-settings', path: `${base}/projets/${project}/reglages`, as: lead },
    { name: 'territory-fiche', path: `${base}/fiches/${piloted}`, as: lead },
    { name: 'territory-fiche-read', path: `${base}/fiches/${other}`, as: contributor },
    { name: 'territory-section', path: `${base}/fiches/${piloted}/sections/objectifs`, as: lead },
    { name: 'territory-values', path: `${base}/fiches/${piloted}/valeurs/2025`, as: lead },
    {
      name: 'territory-indicator',
      path: `${base}/fiches/${piloted}/indicateurs/nouveau`,
      as: lead,
    },
    { name: 'territory-evaluation', path: `${base}/projets/${project}/evaluations/2025`, as: lead },
    {
      name: 'territory-evaluation-new',
      path: `${base}/projets/${project}/evaluations/2026`,
      as: lead,
    },
    { name: 'territory-public', path: '/p/landreval/territory' },
    { name: 'territory-public-fiche', path: `/p/landreval/territory/fiches/${piloted}` },
    { name: 'territory-public-card', path: `/p/landreval/territory/fiches/${other}` },
  ]
}

test.group('The pages of the territorial project', (group) => {
  let pages: VisitedPage[]
  group.setup(async () => {
    pages = await territoryPages()
  })
  group.teardown(closeBrowser)

  const visit = async (view: View, look: (page: any) => Promise<string[]>) => {
    const wrong: Record<string, string[]> = {}
    for (const { name, path, as } of pages) {
      const context = await windowOn(view)
      if (as) await signIn(context, as)
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() !== 'error' || message.text().includes('404')) return
        ;(wrong[name] ??= []).push(`console: ${message.text()}`)
      })
      const answer = await page.goto(path, { waitUntil: 'load' })
      if (answer?.status() !== 200) (wrong[name] ??= []).push(`status ${answer?.status()}`)
      await screenshot(page, `${name}-${view}`)
      const found = await look(page)
      if (found.length > 0) (wrong[name] ??= []).push(...found)
      await context.close()
    }
    return wrong
  }

  for (const theme of ['light', 'dark'] as const) {
    test(`have nothing that axe finds wrong, ${theme}`, async ({ assert }) => {
      assert.deepEqual(await visit(theme, axeFindings), {})
    })
  }

  for (const view of ['narrow', 'zoomed'] as const) {
    test(`never scroll sideways, ${view}`, async ({ assert }) => {
      const wrong = await visit(view, async (page) => {
        const overflow = await overflowOf(page)
        return overflow > 0 ? [`${overflow} pixels too wide`] : []
      })
      assert.deepEqual(wrong, {})
    })
  }

  test('are read by the inhabitants without JavaScript, plots and tables included', async ({
    assert,
  }) => {
    const context = await windowOn('light', { scripts: false })
    const page = await context.newPage()
    await page.goto(pages.find(({ name }) => name === 'territory-public-fiche')!.path)
    assert.equal(await page.locator('svg.plot').count(), 4)
    await page.locator('summary').first().click()
    assert.isTrue(await page.getByRole('table').first().isVisible())
    await context.close()
  })
})
