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

/** Something that people can do since a day and could not before, in their words. */
export interface Novelty {
  /** The day on which it was there, ISO 8601. */
  day: string
  text: string
  /** The path of the page of help that shows how. */
  page?: string
}

/** What a room explains of itself. */
export interface Help {
  pages: HelpPage[]
  /** By the key that `components/word` and the fields name: `nature`. */
  words?: Record<string, HardWord>
  /** What is new in it, for « Quoi de neuf ». */
  novelties?: Novelty[]
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** How its gestures are done, and what its words mean. */
    help?: Help
  }
}
