import { allWordsIn } from './normalise.js'
import { keysOf } from './query.js'

/** The parts of a thing by what they weigh: A its names and numbers, B its people, C and D the rest. */
export type WeighedText = Partial<Record<'A' | 'B' | 'C' | 'D', (string | null | undefined)[]>>

const MOST_KEYS = 20_000
/** Longer than any word: a run of letters that means nothing. */
const LONGEST = 60

/** The words of a thing as PostgreSQL's `tsvector` writes them; a word keeps its heaviest weight. */
export function tsvectorOf(texts: WeighedText): string {
  const weights = new Map<string, string>()
  for (const weight of ['A', 'B', 'C', 'D'] as const) {
    for (const text of texts[weight] ?? []) {
      for (const word of allWordsIn(text ?? '')) {
        if (word.length > LONGEST || weights.size >= MOST_KEYS) continue
        for (const key of keysOf(word)) if (!weights.has(key)) weights.set(key, weight)
      }
    }
  }
  return [...weights].map(([key, weight]) => `'${key}':1${weight === 'D' ? '' : weight}`).join(' ')
}
