import type { Page } from 'playwright'
import { axeFindings } from '#tests/helpers/axe'
import { overflowOf, screenshot, openSession, signIn, windowOn } from '#tests/helpers/browser'
import { lostIn, tour } from './focus.js'
import type { VisitedPage } from './pages.js'

/** All that one visit teaches about a page. */
export interface Inspection {
  name: string
  refused: string[]
  axeLight: string[]
  axeDark: string[]
  tooWide: string[]
  /** Where a keyboard alone loses its way. */
  lost: string[]
  /** Bytes of the first opening, styles, fonts and scripts included. */
  weight: number
  headings: number
  title: string
}

const NARROW = { width: 320, height: 640 }
/** What a window of 1280 × 900 shows when its text is twice as large. */
const ZOOMED = { width: 640, height: 450 }

/** Tables that hide their last column on a wide window. */
const CUT_TABLES = `[...document.querySelectorAll('.table')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => 'cut: ' + one.getAttribute('aria-label'))`

/** Stops of the Tab key that are looked at: beyond, a list repeats its rows. */
const STOPS = 40

/** Without the viewer and the document that it shows: they come once the document is in sight. */
const WEIGHT = `performance.getEntries()
  .filter(({ name }) => !/\\/(?:viewer|pdf\\.worker|pdfjs)|\\/documents\\/|\\.pdf$/.test(name))
  .reduce((sum, e) => sum + (e.transferSize ?? 0), 0)`

/**
 * For a quick look while one works on a few pages: PAGES=actes,login. Without it, every page.
 */
export const isWanted = ({ name }: VisitedPage): boolean =>
  !process.env.PAGES || process.env.PAGES.split(',').some((start) => name.startsWith(start))

/** Opens a page once and looks at it by day, by night, narrow and zoomed. */
export async function inspect(visited: VisitedPage): Promise<Inspection> {
  const context = await windowOn('light')
  if (visited.as) await signIn(context, visited.as)
  if (visited.session) await openSession(context, visited.session)
  const page = await context.newPage()
  const refused = watch(page, visited)
  await page.goto(visited.path, { waitUntil: 'networkidle' })
  const weight = (await page.evaluate(WEIGHT)) as number
  if (/\[object |undefined|\bNaN\b/.test(await page.innerText('body'))) {
    refused.push('the page shows a value that is not a word')
  }
  const { name } = visited
  const beginsInField = (await page.locator('main :focus').count()) > 0
  const lost = lostIn(await tour(page, STOPS), beginsInField)
  await page.evaluate('document.activeElement.blur()')
  await screenshot(page, `${name}-light`)
  const axeLight = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await screenshot(page, `${name}-dark`)
  const axeDark = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'light' })
  const tooWide = [
    ...(await page.evaluate<string[]>(CUT_TABLES)),
    ...(await overflowAt(page, ZOOMED)),
    ...(await overflowAt(page, NARROW)),
  ]
  await screenshot(page, `${name}-narrow`)
  const headings = await page.locator('h1').count()
  const title = await page.title()
  await context.close()
  return { name, refused, axeLight, axeDark, tooWide, lost, weight, headings, title }
}

/** What the browser refused to load or to run, and an answer that is not the one expected. */
function watch(page: Page, { path, status = 200 }: VisitedPage): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    const expected = status !== 200 && message.text().includes(String(status))
    if (message.type() === 'error' && !expected) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest()
    if (isPage && response.status() !== status) refused.push(`${path}: ${response.status()}`)
  })
  return refused
}

async function overflowAt(page: Page, size: typeof NARROW): Promise<string[]> {
  await page.setViewportSize(size)
  const overflow = await overflowOf(page)
  return overflow > 0 ? [`${overflow} pixels too wide at ${size.width}`] : []
}

const AT_ONCE = 3

/** Inspects every page, a few at a time: most of a visit is waiting for the page to settle. */
export async function inspectAll(pages: VisitedPage[]): Promise<Inspection[]> {
  const waiting = [...pages]
  const inspected: Inspection[] = []
  const work = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift())
      inspected.push(await inspect(page))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return inspected
}
