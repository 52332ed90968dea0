import { test } from '@japa/runner'
import { archiveAndProve, askForDeposit, archive } from '#tests/archiving/archive_world'
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
import type User from '#kernel/identity/user'

const VIEWS: View[] = ['light', 'dark', 'narrow', 'zoomed']

test.group('The pages of the archives are for everybody', (group) => {
  let pages: { name: string; path: string }[]
  let archivist: User

  group.teardown(closeBrowser)
  group.setup(async () => {
    const { id: tenantId } = await place('kervalan')
    archivist = await person('Gaël Le Bihan', { kervalan: ['archivist'] })
    const { id } = await archiveAndProve(tenantId)
    const access = { rule: 'AR999', startDate: '2026-11-19' }
    const rejected = await archive(tenantId, await askForDeposit(tenantId, { access }))
    const base = '/c/kervalan/archiving'
    pages = [
      { name: 'deposits', path: base },
      { name: 'no-deposit', path: `${base}?q=introuvable` },
      { name: 'deposit', path: `${base}/versements/${id}` },
      { name: 'deposit-rejected', path: `${base}/versements/${rejected.id}` },
      { name: 'holdings', path: `${base}/fonds` },
    ]
  })

  for (const view of VIEWS) {
    test(`without fault for axe, and without scrolling sideways, ${view}`, async ({ assert }) => {
      const context = await windowOn(view)
      await signIn(context, archivist)
      const page = await context.newPage()
      for (const { name, path } of pages) {
        await page.goto(path)
        await screenshot(page, `archiving-${name}-${view}`)
        assert.deepEqual(await axeFindings(page), [], name)
        assert.isAtMost(await overflowOf(page), 0, name)
      }
      await context.close()
    })
  }
})
