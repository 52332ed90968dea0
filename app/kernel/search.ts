import { allRooms } from '#kernel/room'

const LAST = 50

/** Something that a search found: where it is, and what it is in a few words. */
export interface Found {
  title: string
  /** « Acte 2026_041, acquitté » */
  hint: string
  url: string
}

interface SearchSource {
  capability: string
  /** How its results are headed: « Actes ». */
  label: string
  icon: string
  /** The permission without which it is not asked. */
  permission: string
  /** In the tenant in context; at most `limit`, best first. Must stay under 100 ms. */
  find(words: string, context: SearchContext): Promise<Found[]>
}

export interface SearchContext {
  tenantSlug: string
  limit: number
}

const sources = new Map<string, SearchSource>()

/** Declares what a room lets people find; called once, from its `subscriptions.ts` or `index.ts`. */
export function defineSearch(source: SearchSource): void {
  sources.set(source.capability, source)
}

/** Those that are declared, in the order of the rail. */
export function searchSources(): SearchSource[] {
  const ranks = new Map(allRooms().map(({ name, rank }) => [name, rank ?? LAST]))
  const rankOf = ({ capability }: SearchSource) => ranks.get(capability) ?? LAST
  return [...sources.values()].toSorted((one, other) => rankOf(one) - rankOf(other))
}
