import type { Page } from 'playwright'

/** What a screen reader says of the thing that has the focus, in short. */
const FOCUSED = `(() => {
  const one = document.activeElement
  if (!one || one === document.body) return ''
  const labels = [...(one.labels ?? [])].map(({ innerText }) => innerText)
  const said = one.getAttribute('aria-label') ?? (labels.join(' ') || one.innerText || one.value || '')
  return one.tagName + ' ' + said.replace(/\\s+/g, ' ').trim()
})()`

const MOST_STOPS = 160

/** Presses Tab until the focus is on what is called so: nothing else moves it. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const met: string[] = []
  while (met.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const said = (await page.evaluate(FOCUSED)) as string
    if (typeof name === 'string' ? said.includes(name) : name.test(said)) return
    met.push(said)
  }
  throw new Error(`Tab never comes to ${name}: ${met.join(' | ')}`)
}

/** Presses a button, opens a fold or follows a link, by the keyboard alone. */
export async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Writes in a field that the keyboard comes to, in the place of what it held. */
export async function write(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Chooses in a list by the first letters of a line, as a keyboard does. */
export async function choose(page: Page, name: string | RegExp, letters: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(letters)
}
