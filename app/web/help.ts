/** How one does something, in a page of `/aide`. */
export interface HelpPage {
  /** Its address under /aide, which its view bears too: `<room>/help/<path in snake_case>`. */
  path: string
  /** The gesture, in the infinitive: « Donner un visa ». */
  title: string
  summary: string
}

/** A word of the trade, and what it means for whoever meets it for the first time. */
export interface HardWord {
  term: string
  meaning: string
}

/** What a room explains of itself. */
export interface Help {
  pages: HelpPage[]
  /** By the key that `components/word` and the fields name: `nature`. */
  words?: Record<string, HardWord>
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** How its gestures are done, and what its words mean. */
    help?: Help
  }
}
