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

export const searchSources = (): SearchSource[] => [...sources.values()]
