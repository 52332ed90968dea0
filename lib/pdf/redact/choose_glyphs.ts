import { intersection } from '../content/matrix.js'
import type { Glyph } from '../hidden/marks.js'
import { follows } from '../hidden/page_words.js'
import type { Box } from '../page.js'
import { folded } from './folded.js'
import type { Run } from './shown_runs.js'

/** A character by its run and its place there. */
export interface Chosen {
  run: number
  at: number
  box: Box
}

/** A character of a page with what it says, letters and digits alone. */
interface Letter {
  chosen: Chosen
  text: string
  /** Continues the word of the one before. */
  isInside: boolean
}

/** The characters of some runs that say one of the words, or of which a part is in one of the boxes. */
export function chosenGlyphs(
  runs: Run[],
  { words, boxes }: { words: string[]; boxes: Box[] }
): { chosen: Chosen[]; found: Set<string> } {
  const letters = lettersOf(runs)
  const found = new Set<string>()
  const said = words.flatMap((word) => {
    const places = placesOf(letters, folded(word))
    if (places.length > 0) found.add(word)
    return places
  })
  const under = letters.filter(({ chosen: { box } }) => boxes.some((one) => covers(one, box)))
  return { chosen: [...new Set([...said, ...under].map(({ chosen }) => chosen))], found }
}

/** A fifth of a letter is enough to guess it. */
const ENOUGH = 0.2

/** Whether a box takes enough of a character for it to go. */
function covers(box: Box, [left, bottom, right, top]: Box): boolean {
  const shared = intersection(box, [left, bottom, right, top])
  if (!shared) return false
  const width = (shared[2] - shared[0]) / Math.max(right - left, 0.01)
  const height = (shared[3] - shared[1]) / Math.max(top - bottom, 0.01)
  return width >= ENOUGH && height >= ENOUGH
}

function lettersOf(runs: Run[]): Letter[] {
  const letters: Letter[] = []
  let last: Glyph | null = null
  for (const [run, { glyphs }] of runs.entries()) {
    for (const [at, { glyph }] of glyphs.entries()) {
      if (!glyph) {
        last = null
        continue
      }
      const isInside = last !== null && continues(last, glyph)
      letters.push({ chosen: { run, at, box: glyph.box }, text: folded(glyph.text), isInside })
      last = glyph
    }
  }
  return letters
}

/** Of the size of a letter: lines that are justified leave no more between two words. */
const LEAST_BLANK = 0.12

/** Whether a letter is of the word of the one before: in doubt it is not, and a name in a tight line goes. */
function continues(before: Glyph, glyph: Glyph): boolean {
  if (!follows({ glyph: before }, { glyph })) return false
  const [one, other] = [before.box, glyph.box]
  const size = Math.max(...[one, other].flatMap(([l, b, r, t]) => [r - l, t - b]))
  const across = Math.max(other[0] - one[2], one[0] - other[2])
  const up = Math.max(other[1] - one[3], one[1] - other[3])
  return Math.max(across, up) < LEAST_BLANK * size
}

/** Every place where the letters write a word, which neither begins nor ends inside another. */
function placesOf(letters: Letter[], word: string): Letter[] {
  if (!word) return []
  const starts: number[] = []
  let page = ''
  for (const { text } of letters) {
    starts.push(page.length)
    page += text
  }
  const places: Letter[] = []
  for (let at = page.indexOf(word); at !== -1; at = page.indexOf(word, at + 1)) {
    const [first, last] = [
      letterAt(letters, starts, at),
      letterAt(letters, starts, at + word.length - 1),
    ]
    if (isWhole(letters, first, last)) places.push(...letters.slice(first, last + 1))
  }
  return places
}

/** The letter that holds a character of the page; signs alone hold none. */
function letterAt(letters: Letter[], starts: number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle] <= at) low = middle
    else high = middle - 1
  }
  while (!letters[low].text && low > 0) low--
  return low
}

function isWhole(letters: Letter[], first: number, last: number): boolean {
  const before = letters[first - 1]
  const after = letters[last + 1]
  const isBegun = before?.text && letters[first].isInside
  const goesOn = after?.text && after.isInside
  return !isBegun && !goesOn
}
