import { test } from '@japa/runner'
import { closeBrowser } from '#tests/helpers/browser'
import { everyPage, unvisited, type VisitedPage } from './pages.js'
import { inspectAll, isWanted, type Inspection } from './inspection.js'
import { controlsOf, unsaidOptions } from './optional_fields.js'

const HEAVIEST = 200_000
/** What people fill in on all of them: fewer, and the fields were not found. */
const FEWEST_CONTROLS = 150

test.group('Every page', (group) => {
  let pages: VisitedPage[]
  let inspected: Inspection[]

  group.setup(async () => {
    pages = await everyPage()
    inspected = await inspectAll(pages.filter(isWanted))
  })
  group.teardown(closeBrowser)

  /** What is wrong, by page: nothing should be. */
  const gathered = (read: (inspection: Inspection) => unknown[]) =>
    Object.fromEntries(
      inspected.map((one) => [one.name, read(one)]).filter(([, found]) => found.length)
    )

  test('of the router is visited', async ({ assert }) => {
    assert.deepEqual(await unvisited(pages), [])
  })

  test('opens, and asks the browser for nothing that is refused', ({ assert }) => {
    assert.isNotEmpty(inspected)
    assert.deepEqual(
      gathered(({ refused }) => refused),
      {}
    )
  })

  test('has nothing that axe finds wrong, by day', ({ assert }) => {
    assert.deepEqual(
      gathered(({ axeLight }) => axeLight),
      {}
    )
  })

  test('has nothing that axe finds wrong, by night', ({ assert }) => {
    assert.deepEqual(
      gathered(({ axeDark }) => axeDark),
      {}
    )
  })

  test('never scrolls sideways, 320 pixels wide nor with text twice as large', ({ assert }) => {
    assert.deepEqual(
      gathered(({ tooWide }) => tooWide),
      {}
    )
  })

  test('shows a keyboard where it is, and the way past the menu first', ({ assert }) => {
    assert.deepEqual(
      gathered(({ lost }) => lost),
      {}
    )
  })

  test('weighs 200 kB at most when it is first opened', ({ assert }) => {
    assert.deepEqual(
      gathered(({ weight }) => (weight > HEAVIEST || weight === 0 ? [weight] : [])),
      {}
    )
  })

  test('says of each field whether it may be left empty', ({ assert }) => {
    assert.deepEqual(
      gathered(({ html }) => unsaidOptions(html)),
      {}
    )
    const walked = inspected.reduce((sum, { html }) => sum + controlsOf(html).length, 0)
    if (inspected.length === pages.length) assert.isAbove(walked, FEWEST_CONTROLS)
  })

  test('has one title and one main heading of its own', ({ assert }) => {
    assert.deepEqual(
      gathered(({ headings, title }) => (headings === 1 && title ? [] : [headings, title])),
      {}
    )
  })
})
