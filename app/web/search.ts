/** Something that a search found: where it is, and what it is in a few words. */
export interface Found {
  title: string
  /** « Acte 2026_041, acquitté » */
  hint: string
  url: string
}

/** Where a search is made, and how much of it is shown. */
export interface SearchContext {
  tenantSlug: string
  limit: number
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
  }
}
