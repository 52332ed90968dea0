import type { JudgedGlyph, Hiding } from './judge_glyphs.js'

export interface ReadWord {
  text: string
  /** Null for a word that is read on the page. */
  hiding: Hiding | null
}

/** In parts of the smaller side of a letter: a wider gap parts two words. */
const GAP = 0.35

/** The words of a page, in order; one that is hidden in part comes in pieces. Signs alone are left out. */
export function wordsOf(judged: JudgedGlyph[]): ReadWord[] {
  const words: ReadWord[] = []
  let last: JudgedGlyph | null = null
  for (const one of judged) {
    if (last?.hiding === one.hiding && follows(last, one)) words.at(-1)!.text += one.glyph.text
    else words.push({ text: one.glyph.text, hiding: one.hiding })
    last = one
  }
  return words
    .map((word) => ({ ...word, text: word.text.normalize('NFKC') }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

type Placed = Pick<JudgedGlyph, 'glyph'>

/** A word may be written letter by letter, in several pieces, and turned. */
export function follows({ glyph: before }: Placed, { glyph }: Placed): boolean {
  const [one, other] = [before.box, glyph.box]
  const height = Math.max(Math.min(one[2] - one[0], one[3] - one[1]), 0.1)
  const across = Math.max(other[0] - one[2], one[0] - other[2], 0)
  const up = Math.max(other[1] - one[3], one[1] - other[3], 0)
  return !glyph.isApart && Math.min(across, up) === 0 && Math.max(across, up) < GAP * height
}
