import type { Page } from 'playwright'

/**
 * Notes, at each Tab, where the focus is before it goes: what the one before led to, settled. Frames
 * hear their own keys, and what they hold is not looked at.
 */
const FOLLOW = `(() => {
  const stops = []
  // A whole row may show the focus of the link that covers it.
  const look = (one) =>
    [one, one.closest('li'), one.closest('label'), one.parentElement].filter(Boolean).map((place) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(place)
      const outline = outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? '' : outlineColor
      return outline + '/' + boxShadow
    })
  const tour = { pressed: false, isOver: false, note, end }
  function note() {
    const one = document.activeElement
    if (tour.isOver) return
    // The focus has left the page, or has been all around it.
    tour.isOver = !one || one === document.body || stops.some((stop) => stop.one === one)
    if (tour.isOver) return
    const box = one.getBoundingClientRect()
    const isOnScreen = box.bottom > 0 && box.right > 0 && box.width > 0
    stops.push({ one, focused: look(one), isOnScreen })
  }
  function end() {
    document.removeEventListener('keydown', heard, true)
    document.activeElement.blur()
    return stops.map(({ one, focused, isOnScreen }) => {
      const blurred = look(one)
      return {
        what: one.outerHTML.slice(0, 1000).replace(/\\s+/g, ' ').slice(0, 120),
        seen: focused.some((style, at) => style !== blurred[at]),
        isOnScreen,
        isFrame: one.matches('iframe, html'),
      }
    })
  }
  function heard({ key }) {
    if (key !== 'Tab') return
    if (tour.pressed) note()
    tour.pressed = true
  }
  document.addEventListener('keydown', heard, true)
  window.tour = tour
})()`

/** Tabs between two looks at whether the tour is over: a look costs as much as a key. */
const AT_ONCE = 10

/**
 * A place where the focus stops, and whether somebody sees it there: the outline or the shadow of the
 * thing, or of the row that holds it, must be other than it is without the focus.
 */
interface Stop {
  what: string
  seen: boolean
  isOnScreen: boolean
  isFrame: boolean
}

/**
 * The stops of the Tab key, from where the focus is, until it leaves the page or `most` of them. The
 * focus is nowhere afterwards.
 */
export async function tour(page: Page, most: number): Promise<Stop[]> {
  await page.evaluate(FOLLOW)
  for (let pressed = 0, isOver = false; pressed < most && !isOver; pressed += AT_ONCE) {
    for (let one = 0; one < AT_ONCE; one++) await page.keyboard.press('Tab')
    isOver = await page.evaluate('window.tour.isOver')
  }
  return page.evaluate<Stop[]>('(window.tour.note(), window.tour.end())')
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
