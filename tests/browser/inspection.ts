import type { Page } from 'playwright'
import { axeFindings, colourFindings } from '#tests/helpers/axe'
import { overflowOf, screenshot, openSession, signIn, windowOn } from '#tests/helpers/browser'
import { lostIn, tour } from './focus.js'
import type { VisitedPage } from './pages.js'

/** All that one visit teaches about a page. */
export interface Inspection {
  name: string
  /** The page as the server wrote it. */
  html: string
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

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 320, height: 640 }
/** What a window of 1280 × 900 shows when its text is twice as large. */
const ZOOMED = { width: 640, height: 450 }

/** Tables that hide their last column on a wide window. */
const CUT_TABLES = `[...document.querySelectorAll('.table')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => 'cut: ' + one.getAttribute('aria-label'))`

/** Stops of the Tab key that are looked at: beyond, a list repeats its rows. */
const STOPS = 40

/**
 * What the page weighs when nothing of it is kept yet, as `transferSize` counts it (Resource Timing,
 * 4.3: the body as it travels, and 300 bytes of headers), whatever this window kept of the page before.
 * Without the viewer and the document that it shows: they come once the document is in sight.
 */
const WEIGHT = `[...new Map(performance.getEntries()
  .filter(({ encodedBodySize }) => encodedBodySize > 0)
  .filter(({ name }) => !/\\/(?:viewer|pdf\\.worker|pdfjs)|\\/documents\\/|\\.pdf$/.test(name))
  .map((entry) => [entry.name, entry])).values()]
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize + 300, 0)`

/**
 * For a quick look while one works on a few pages: PAGES=actes,login. Without it, every page.
 */
export const isWanted = ({ name }: VisitedPage): boolean =>
  !process.env.PAGES || process.env.PAGES.split(',').some((start) => name.startsWith(start))

/** A window of somebody, in which one page after another is opened, each as if it were the first. */
interface Window {
  page: Page
  close(): Promise<void>
}

async function windowOf({ as, session }: VisitedPage): Promise<Window> {
  const context = await windowOn('light')
  if (as) await signIn(context, as)
  if (session) await openSession(context, session)
  const page = await context.newPage()
  return { page, close: () => context.close() }
}

/** Opens a page once and looks at it by day, by night, narrow and zoomed. */
async function inspect(page: Page, visited: VisitedPage): Promise<Inspection> {
  await page.setViewportSize(WIDE)
  const refused = watch(page, visited)
  const answer = await page.goto(visited.path, { waitUntil: 'networkidle' })
  const html = (await answer?.text()) ?? ''
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
  const axeDark = await colourFindings(page)
  await page.emulateMedia({ colorScheme: 'light' })
  const tooWide = [
    ...(await page.evaluate<string[]>(CUT_TABLES)),
    ...(await overflowAt(page, ZOOMED)),
    ...(await overflowAt(page, NARROW)),
  ]
  await screenshot(page, `${name}-narrow`)
  const headings = await page.locator('h1').count()
  const title = await page.title()
  page.removeAllListeners()
  // What the page left running ends here: it is not said of the next one.
  await page.goto('about:blank')
  return { name, html, refused, axeLight, axeDark, tooWide, lost, weight, headings, title }
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

/** The pages in an order that opens few windows: those of one person follow each other. */
function byPerson(pages: VisitedPage[]): VisitedPage[] {
  return [...Map.groupBy(pages, ({ as, session }) => session ?? as?.id).values()].flat()
}

const isSameWindow = (one: VisitedPage, other?: VisitedPage) =>
  !one.session && other !== undefined && !other.session && one.as?.id === other.as?.id

/** Inspects every page, a few at a time: most of a visit is waiting for the page to settle. */
export async function inspectAll(pages: VisitedPage[]): Promise<Inspection[]> {
  const waiting = byPerson(pages)
  const inspected: Inspection[] = []
  const work = async () => {
    let last: VisitedPage | undefined
    let window: Window | undefined
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!window || !isSameWindow(next, last)) {
        await window?.close()
        window = await windowOf(next)
      }
      inspected.push(await inspect(window.page, next))
      last = next
    }
    await window?.close()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return inspected
}
