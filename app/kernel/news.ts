import type { Actor } from '#kernel/actor'
import type { Tenant } from '#kernel/tenant'
import type { JournalEntry } from '#lib/proof'

/** Who reads, and where. */
export interface Reader {
  actor: Actor
  tenant: Tenant
  allows(permission: string): boolean
}

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
