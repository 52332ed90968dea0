import type { PageArea } from '#lib/pdf/redact/order'
import { isPage, LineFault, numbersIn } from './written_lines.js'

/** More is another document that one would want. */
const MOST_LINES = 200
/** In hundredths of the page: a smaller one is a slip of the hand. */
const SMALLEST = 0.2

/** What is taken away, each on its line. Throws LineFault. */
export function wordsWritten(text: string): string[] {
  const words = linesOf(text)
  const short = words.find((word) => !/[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(word))
  if (short !== undefined) {
    throw new LineFault(`« ${short} » est trop court : dessinez plutôt sa zone.`)
  }
  return [...new Set(words)]
}

/** « 1, 3-5 »: pages, from 1; null when nothing is written. Throws LineFault. */
export function pagesWritten(text: string): number[] | null {
  const pages = text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .flatMap((part) => {
      const [, first, last = first] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? []
      const [from, to] = [Number(first), Number(last)]
      if (!(from >= 1) || !(to >= from)) {
        throw new LineFault(`« ${part} » n’est pas une page : écrivez par exemple « 1, 3-5 ».`)
      }
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    })
  return pages.length > 0 ? [...new Set(pages)] : null
}

/** « page ; gauche ; haut ; largeur ; hauteur », in hundredths of the page, one a line. Throws LineFault. */
export function areasWritten(text: string): PageArea[] {
  return linesOf(text).map((line) => {
    const numbers = numbersIn(line) ?? []
    const [page, left, top, width, height] = numbers
    const isArea =
      numbers.length === 5 &&
      isPage(page) &&
      Math.min(width, height) >= SMALLEST &&
      [left, left + width, top, top + height].every((one) => one >= 0 && one <= 100.01)
    if (!isArea) {
      throw new LineFault(
        `« ${line} » n’est pas une zone : écrivez « page ; gauche ; haut ; largeur ; hauteur », en centièmes de la page.`
      )
    }
    const [l, t, w, h] = [left, top, width, height].map((one) => one / 100)
    return { page, left: l, top: t, width: w, height: h }
  })
}

function linesOf(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length > MOST_LINES) throw new LineFault(`${MOST_LINES} lignes au plus.`)
  return lines
}
