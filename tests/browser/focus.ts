import type { Page } from 'playwright'

/**
 * Where the focus is, and whether somebody sees it there: the outline or the shadow of the thing,
 * or of the row that holds it, must be other than it is without the focus.
 */
const FOCUS = `(() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  // A whole row may show the focus of the link that covers it.
  const places = [one, one.closest('li'), one.closest('label'), one.parentElement].filter(Boolean)
  const look = () => places.map((place) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(place)
    const outline = outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? '' : outlineColor
    return outline + '/' + boxShadow
  })
  const focused = look()
  one.blur()
  const blurred = look()
  one.focus({ preventScroll: true })
  const box = one.getBoundingClientRect()
  return {
    what: one.outerHTML.replace(/\\s+/g, ' ').slice(0, 120),
    seen: focused.some((style, at) => style !== blurred[at]),
    isOnScreen: box.bottom > 0 && box.right > 0 && box.width > 0,
    isFrame: one.matches('iframe, html'),
  }
})()`

interface Stop {
  what: string
  seen: boolean
  isOnScreen: boolean
  isFrame: boolean
}

/** The stops of the Tab key, from where the focus is, until it leaves the page or `most` of them. */
export async function tour(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = []
  while (stops.length < most) {
    await page.keyboard.press('Tab')
    const stop = (await page.evaluate(FOCUS)) as Stop | null
    if (!stop) break
    stops.push(stop)
  }
  return stops
}

/**
 * What is wrong with a tour: a stop that nobody sees, or no way past the menu at its beginning; a
 * page that begins in its own field has led past it already.
 */
export function lostIn(stops: Stop[], beginsInField: boolean): string[] {
  const lost = stops.filter(({ seen, isFrame }) => !seen && !isFrame).map(({ what }) => what)
  if (beginsInField) return lost
  const [first] = stops
  if (!first?.what.includes('class="skip"') || !first.isOnScreen)
    lost.unshift(`the first stop is ${first?.what ?? 'nowhere'}`)
  return lost
}
