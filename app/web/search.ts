import type { Membership } from '#kernel/people/memberships'
import type { Indexed } from './search/indexed.js'
import type { Why } from './search/why.js'

export { defineIndexed, type Entry, type Indexed } from './search/indexed.js'
export { findByWords, inOrder, narrowByWords, wordsCondition } from './search/find.js'
export { pageFor, type Answer, type Missed, type Page, type Telling } from './search/page.js'
export { pageRighted, type Correction } from './search/page_righted.js'
export { MOST_COUNTED, type Source } from './search/page_sources.js'
export { shelfOf } from './search/entries.js'
export { indexTogether } from './search/together.js'
export { moveEntries } from './search/spelling.js'
export { outcomesOf, textOutcomes, type Outcome } from './search/texts/outcomes.js'
export { keptTexts } from './search/texts/kept_texts.js'
export { readNow } from './search/texts/read_document.js'
export { markedHtml, whyFound, type Why } from './search/why.js'

/** Something that a search found: where it is, and what it is in a few words. */
export interface Found {
  title: string
  /** « Acte 2026_041, acquitté » */
  hint: string
  url: string
  /** The words that it answers to, as they are to be marked in the title and the hint. */
  terms?: string[]
  /** What else it was found by, when the title and the hint do not show it. */
  why?: Why
}

/** Where a search is made, and how much of it is shown. */
export interface SearchContext {
  tenantSlug: string
  limit: number
  allows(permission: string): boolean
  /** Whoever asks, for a room whose things have rights of their own. */
  membership?: Membership
}

/** What a room lets people find. */
export interface Search {
  /** How its results are headed, when they are not what the room is called. */
  label?: string
  /** The permission without which it is not asked. */
  permission: string
  /** In the tenant in context; at most `limit`, best first. Must stay under 100 ms. */
  find(words: string, context: SearchContext): Promise<Found[]>
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** What it lets people find. */
    search?: Search
    /** Its things that are found by their words: written with them, rebuilt by `search:rebuild`. */
    indexed?: Indexed[]
  }
}
