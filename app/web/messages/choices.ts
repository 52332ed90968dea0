import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Pace } from './pace.js'

/** Of every room of which nothing else is said. */
export const EVERY_ROOM = ''
/** Of who has said nothing. */
export const DEFAULT_PACE: Pace = 'at_once'

/** What some persons want, asked at once. */
export class Choices {
  readonly #paces: Map<string, Pace>

  private constructor(rows: { person_id: string; room: string; pace: Pace }[]) {
    this.#paces = new Map(rows.map((row) => [`${row.person_id} ${row.room}`, row.pace]))
  }

  static async of(client: QueryClientContract, people: Iterable<string>): Promise<Choices> {
    const rows = await client
      .from('kernel.mail_choices')
      .whereIn('person_id', [...new Set(people)])
      .select('person_id', 'room', 'pace')
    return new Choices(rows)
  }

  /** What a person said of a room, or of all of them; undefined when she said nothing. */
  said(person: string, room: string): Pace | undefined {
    return this.#paces.get(`${person} ${room}`)
  }

  /** The rooms of which a person said something; the empty name is everywhere. */
  roomsOf(person: string): string[] {
    return [...this.#paces.keys()]
      .filter((key) => key.startsWith(`${person} `))
      .map((key) => key.slice(person.length + 1))
  }

  /** How often a person is told of what waits in a room. */
  pace(person: string, room: string): Pace {
    return this.said(person, room) ?? this.said(person, EVERY_ROOM) ?? DEFAULT_PACE
  }
}
