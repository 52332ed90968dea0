import { marked, type Piece } from './mark.js'
import { allWordsIn, unaccented } from './normalise.js'
import { answers, keysOf } from './query.js'

/** Why a thing was found: a few words of one of its pages, those looked for marked. */
export interface Excerpt {
  /** From 1. */
  page: number
  pieces: Piece[]
}

const BEFORE = 60
const LENGTH = 170

interface Hit {
  at: number
  term: string
}

/** The words of a text that answer to a term, in their order. */
function hitsIn(text: string, terms: string[]): Hit[] {
  return [...text.matchAll(/\d+|[\p{L}\p{M}]+/gu)].flatMap(({ 0: run, index }) => {
    const words = allWordsIn(run)
    const term = terms.find((one) => words.some((word) => answers(word, one)))
    return term ? [{ at: index, term }] : []
  })
}

/** The first hit of the stretch of text that holds most of the terms. */
function richest(hits: Hit[]): { first: Hit; held: number } | null {
  let best: { first: Hit; held: number } | null = null
  for (const [n, first] of hits.entries()) {
    const near = hits.slice(n, n + 20).filter(({ at }) => at - first.at < LENGTH - BEFORE)
    const held = new Set(near.map(({ term }) => term)).size
    if (!best || held > best.held) best = { first, held }
  }
  return best
}

/**
 * The stretch of a document that answers best to the terms of a search, or null. Only pages that
 * hold their letters are read word by word.
 */
export function excerptOf(pages: string[], terms: string[]): Excerpt | null {
  let best: { page: number; at: number; held: number } | null = null
  for (const [index, text] of pages.entries()) {
    if (best && best.held >= terms.length) break
    const letters = unaccented(text)
    const likely = terms.filter((term) =>
      keysOf(term).some((key) => letters.includes(key.slice(0, 4)))
    )
    if (likely.length <= (best?.held ?? 0)) continue
    const found = richest(hitsIn(text, terms))
    if (found && found.held > (best?.held ?? 0)) {
      best = { page: index + 1, at: found.first.at, held: found.held }
    }
  }
  return best && { page: best.page, pieces: marked(stretch(pages[best.page - 1], best.at), terms) }
}

/** Whole words around a place of a text, with an ellipsis where it goes on. */
function stretch(text: string, at: number): string {
  const start = at <= BEFORE ? 0 : text.lastIndexOf(' ', at - BEFORE / 2) + 1
  const far = start + LENGTH
  const end = far >= text.length ? text.length : text.lastIndexOf(' ', far)
  return `${start > 0 ? '… ' : ''}${text.slice(start, end > at ? end : far)}${end < text.length ? ' …' : ''}`
}
