/** Something that everybody may read: what it is, and where. */
export interface PublicThing {
  title: string
  /** « Délibération 2026_041 » */
  hint: string
  /** The day on which it was shown, ISO 8601. */
  day: string
  url: string
}

declare module '#kernel/room_declaration' {
  interface Room {
    /**
     * What it showed last on its public home, the newest first, at most `limit`; in the tenant in
     * context.
     */
    latest?(limit: number): Promise<PublicThing[]>
  }
}
