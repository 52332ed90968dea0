import type { JudgedGlyph, Hiding } from './judge_glyphs.js'

export interface ReadWord {
  text: string
  /** Null for a word that is read on the page. */
  hiding: Hiding | null
}

/** In parts of the height of a letter: a wider gap parts two words. */
const GAP = 0.2

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

/** A word may be written letter by letter, and in several pieces. */
function follows({ glyph: before }: JudgedGlyph, { glyph }: JudgedGlyph): boolean {
  const height = Math.max(before.box[3] - before.box[1], 0.1)
  const isOnItsLine = Math.abs(before.box[1] - glyph.box[1]) < height / 2
  return isOnItsLine && !glyph.isApart && Math.abs(glyph.box[0] - before.box[2]) < GAP * height
}
