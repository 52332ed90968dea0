/** One word of a text, and what it is told apart by. */
export type Word = string

/** A run of words that both texts have, or that only the first or the second has. */
export interface Run {
  kind: 'same' | 'gone' | 'new'
  words: Word[]
  /** Rank of its first word in the text that has it; in the second for what both have. */
  at: number
}
