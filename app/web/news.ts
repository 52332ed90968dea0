import type { HttpContext } from '@adonisjs/core/http'
import { allRooms, hasService } from '#kernel/room'
import type { JournalEntry } from '#lib/proof'
import { entriesFrom, entriesQuery } from './news/last_entries.js'

/** Who reads, and where. */
export type Reader = Pick<HttpContext, 'allows' | 'actor' | 'tenant'>

/** What happened, its object first: « Tarifs de la cantine : acte publié (2026-041, Soizic Madec) ». */
export interface Told {
  /** The thing, as people name it. */
  title: string
  /** What became of it, after « : »; it names the kind of thing, with which it agrees. */
  did: string
  /** Its number, or what else tells it from another of the same name. */
  reference?: string
  /** Who did it, when it was no person; nobody when the platform did it by itself. */
  who?: string
  url: string
}

/** What a room tells of what happened in it. */
export interface News {
  /** The permission without which nothing of it is told. */
  permission: string
  /** The entries of the journal that are worth a line. */
  types: string[]
  /**
   * The sentences of some entries, asked once for all of them, by their position. An entry whose
   * thing the reader may not see, or that is no more, has none.
   */
  tell(entries: JournalEntry[], reader: Reader): Promise<Map<number, Told>>
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** What it tells of what happened in it, on the home page. */
    news?: News
  }
}

type Source = News & { capability: string }

/** One line of what happened, as a page shows it. */
export interface NewsLine extends Told {
  at: string
  icon: string
}

/** A reader who may see few things of a service does not make us read its whole journal. */
const MOST_TURNS = 2
/** Some entries have no sentence: as many are read at once as will surely do. */
const READ_FOR_ONE = 3

interface Asked {
  limit: number
  before?: number
}

/** The first question of `newsFor`, for others to travel with; null when nobody tells her anything. */
export function newsQuestion(reader: Reader, { limit, before }: Asked) {
  const told = toldTo(reader)
  return told.length > 0 ? entriesQuery(told, { limit: limit * READ_FOR_ONE, before }) : null
}

/**
 * What happened in what the reader may see, newest first, before a position of the journal.
 * `answered` are the rows of `newsQuestion`, where it travelled with others.
 */
export async function newsFor(reader: Reader, { limit, before }: Asked, answered?: any[]) {
  const told = toldTo(reader)
  const lines: NewsLine[] = []
  let from = before
  for (let turn = 0; turn < MOST_TURNS && told.length > 0; turn++) {
    const asked = { limit: limit * READ_FOR_ONE, before: from }
    const known = turn === 0 ? answered : undefined
    const { entries, names, more } = entriesFrom(
      known ?? (await entriesQuery(told, asked)).rows,
      asked.limit
    )
    const sentences = await tellAll(told, entries, reader)
    for (const entry of entries) {
      if (lines.length === limit) return { lines, next: from! }
      from = entry.position
      const sentence = sentences.get(entry.position)
      const line = sentence && lineOf(entry, sentence, names)
      if (line && !repeats(lines.at(-1), line)) lines.push(line)
    }
    if (!more) return { lines, next: null }
    if (lines.length === limit) break
  }
  return { lines, next: from ?? null }
}

/** The rooms that tell this reader something. */
const toldTo = (reader: Reader): Source[] =>
  allRooms().flatMap(({ name, news }) =>
    news && hasService(reader.tenant, name) && reader.allows(news.permission)
      ? [{ capability: name, ...news }]
      : []
  )

/** Each room is asked once, for its own entries; one after the other: they share a transaction. */
async function tellAll(told: Source[], entries: JournalEntry[], reader: Reader) {
  const sentences = new Map<number, Told>()
  for (const { capability, tell } of told) {
    const own = entries.filter(({ subject }) => subject.capability === capability)
    if (own.length === 0) continue
    for (const [position, sentence] of await tell(own, reader)) sentences.set(position, sentence)
  }
  return sentences
}

function lineOf(entry: JournalEntry, sentence: Told, names: Map<number, string>): NewsLine {
  const { icon } = allRooms().find(({ name }) => name === entry.subject.capability)!
  const who = names.get(entry.position) ?? sentence.who
  return { ...sentence, who, at: entry.at, icon }
}

/** The same gesture of the same person on the same thing, many times in a row, is told once. */
const repeats = (last: NewsLine | undefined, { who, did, url }: NewsLine) =>
  last !== undefined && last.who === who && last.did === did && last.url === url
