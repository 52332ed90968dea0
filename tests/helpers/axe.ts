import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const require = createRequire(import.meta.url)
/** The axe that its builder brings, whatever copy of it npm has put where. */
const AXE = createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js')
/** A frame is looked into whatever its origin, as the builder has it. */
const source = `${readFileSync(AXE, 'utf8')}
  axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`

const SETTLED = `for (const one of document.getAnimations())
  if (one instanceof CSSTransition) one.finish()`

/**
 * Brings the colours that are on their way from one theme to the other to their end: halfway they are
 * neither. They are not waited for: Chromium never ends some whose element a narrower window hides,
 * and the page waited four minutes for them. What turns for ever is no such way.
 */
export const settled = (page: Page): Promise<unknown> => page.evaluate(SETTLED)

/** The rules that read a colour, of those that axe follows unless told otherwise. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/**
 * What axe finds wrong, one line each: the rule, the element. Its library is given once to a page and
 * to its frames, and stays from one look to the next: its builder gives it four times a look, and
 * opens a window of its own to gather what it found, for five times the processor.
 */
export const axeFindings = (page: Page): Promise<string[]> => find(page, {})

/**
 * What axe finds wrong in the colours alone: all that another theme may change, since a theme of ours
 * is colours and nothing else (tests/lib/look/themes_are_colours.spec.ts).
 */
export const colourFindings = (page: Page): Promise<string[]> =>
  find(page, { runOnly: { type: 'rule', values: OF_COLOURS } })

async function find(page: Page, options: object): Promise<string[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(source)
  await settled(page)
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })})
      .then(({ violations }) => violations)`
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} ${failureSummary ?? ''}`)
  )
}
