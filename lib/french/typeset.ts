import { THIN } from './spaces.js'
import { joinsThousands, staysTogether } from './unbroken.js'

export { joinThousands } from './unbroken.js'

/** « 1er janvier »: the ordinal stands above the line, where a page can say so. */
const FIRST_DAY =
  /\b1er(?=[ \u00a0](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))/y

/** Words that take no tag inside; one of HTML would end a drawing (HTML §13.2.6.5). */
const PLAIN = /^<(?:title|option|textarea|script|style|pre|text|tspan|desc)\b/i

/** Their text is data: it goes back to the server, or to a program, octet for octet. */
const UNTOUCHED = /^<(?:textarea|script|style|pre)\b/i

const [SPACE, LINE, ONE] = [' ', '\n', '1'].map((one) => one.charCodeAt(0))

/** What takes the place of the characters `from` to `to`. */
interface Change {
  from: number
  to: number
  by: string
}

/**
 * Lays the words of a page out as French wants: narrow no-break spaces in its text, never in the
 * values of its attributes or fields. Takes HTML, or a text without a tag. Most of a page is tags, which
 * are stepped over at once: to look at each character of a long list took a twelfth of what it costs.
 */
export function typeset(html: string): string {
  const changes: Change[] = []
  for (let from = 0; from !== -1;) {
    const tag = html.indexOf('<', from)
    changesIn(html, from, tag === -1 ? html.length : tag, changes)
    from = tag === -1 ? -1 : html.indexOf('>', tag) + 1 || -1
  }
  return changed(html, changes)
}

/** What changes in the text that stands from `from` to `to`, between two tags. */
function changesIn(html: string, from: number, to: number, changes: Change[]): void {
  const before = changes.length
  for (let at = from; at < to; at++) {
    const sign = html.charCodeAt(at)
    if (sign === SPACE || sign === LINE) {
      if (staysTogether(html, at) || joinsThousands(html, at))
        changes.push({ from: at, to: at + 1, by: THIN })
    } else if (sign === ONE && isFirstDay(html, at)) {
      changes.push({ from: at + 1, to: at + 3, by: '<sup>er</sup>' })
    }
  }
  if (changes.length === before) return
  const opened = tagBefore(html, from)
  if (UNTOUCHED.test(opened)) changes.length = before
  else if (opened === '' || PLAIN.test(opened)) withoutTags(changes, before)
}

function isFirstDay(html: string, at: number): boolean {
  FIRST_DAY.lastIndex = at
  return FIRST_DAY.test(html)
}

/** The beginning of the tag that ends where a text begins. */
function tagBefore(html: string, from: number): string {
  const tag = from === 0 ? -1 : html.lastIndexOf('<', from - 1)
  return tag === -1 ? '' : html.slice(tag, tag + 10)
}

function withoutTags(changes: Change[], from: number): void {
  changes.push(...changes.splice(from).filter(({ by }) => by === THIN))
}

function changed(html: string, changes: Change[]): string {
  let out = ''
  let kept = 0
  for (const { from, to, by } of changes) {
    out += html.slice(kept, from) + by
    kept = to
  }
  return out + html.slice(kept)
}
