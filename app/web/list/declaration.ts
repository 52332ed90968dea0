import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Actor } from '#kernel/actor'
import type { Meaning } from '#lib/meaning'
import type { SpreadsheetCell } from '#lib/sheets/spreadsheet'
import type { ZippedFile } from '#lib/zip/zip'

/** Plain rows of what is listed, in the tenant in context (or of the platform, for its operator). */
export type ListQuery = DatabaseQueryBuilderContract<any>

/** What a place of the table shows; a day is as the base says it: `2026-11-22`. */
export type Cell =
  | { state: { label: string; meaning?: Meaning }; more?: string }
  | { text: string; href?: string; more?: string; mono?: boolean }
  | { day: string | null; more?: string }
  | { at: Date | null; more?: string }

export type Direction = 'asc' | 'desc'

/** What orders a column: SQL of ours, never null, and an index `(tenant_id, it, id)` beside it. */
export interface SortKey {
  sql: string
  kind: 'text' | 'int' | 'bigint' | 'date' | 'timestamptz'
  /** What a first click gives; from the smallest unless said. */
  first?: Direction
  /** What each way is called, where « A à Z » and « récent d’abord » do not say it. */
  ways?: [up: string, down: string]
}

export interface Column<Row> {
  name: string
  label: string
  cell(row: Row): Cell
  sort?: SortKey
  /** The column that names the line: its head, and what a screen reader says of its box. */
  isTitle?: boolean
  /** Only a column of the file: the screen says it elsewhere, or not. */
  inFileOnly?: boolean
  /** What the file of the list says, where it is not the words of the cell. */
  exported?(row: Row): SpreadsheetCell
}

export interface Choice {
  value: string
  label: string
}

/** Where the words of a filter are looked for: in the index of a room, in columns of ours, or its own way. */
type WordsSource =
  | { indexed: { kind: string } }
  | { columns: string[] }
  | { find(typed: string): Promise<{ sql: string; bindings: unknown[] }> }

/** How a list is narrowed; `name` is the parameter of the address, `_du` and `_au` of it for dates. */
export type Filter =
  | ({ kind: 'words'; name: string; label: string } & WordsSource)
  | {
      kind: 'choice'
      name: string
      label: string
      empty: string
      options: Choice[]
      narrow(query: ListQuery, value: string): void
    }
  | Tabs
  | { kind: 'dates'; name: string; label: string; sql: string; of: 'day' | 'moment' }
  | { kind: 'person'; name: string; label: string; sql: string }

/** Which part of the whole the page shows: one tab is always on, the first unless the address says. */
export interface Tabs {
  kind: 'tabs'
  name: string
  options: Choice[]
  narrow(query: ListQuery, value: string): void
}

/** What may be done to several lines at once: to each in its own transaction, by its own rules. */
export interface Gesture {
  name: string
  label: string
  icon: string
  permission: string
  kind?: 'danger'
  /** The question asked before, where nothing undoes it. */
  confirm?: string
  /** « brouillon supprimé », « brouillons supprimés »: how the page of results counts them. */
  done: [one: string, many: string]
  /** The gesture that undoes this one. */
  undo?: string
  /** False for a gesture that only undoes another. */
  offered?: boolean
  /** In the transaction of one line; throws a DomainError when its rules refuse it. */
  run(id: string, by: Actor): Promise<void>
}

/** The files of several lines, as one ZIP. */
export interface ListArchive {
  /** « dossiers-du-parapheur »: the day and `.zip` follow. */
  name: string
  permission: string
  of(ids: string[]): Promise<ZippedFile[]>
}

/** All that a room says of one of its lists; the rest of app/web/list follows from it. */
export interface ListDeclaration<Row = any> {
  /** `<room>.<things>`: under it people keep their views. */
  name: string
  caption: string
  /** « acte », « actes ». */
  words: [one: string, many: string]
  /** Lines above the members (the operator's, or what was gathered under each wall): their own rights. */
  scope?: 'platform'
  /** The identifier of a line, in SQL: uuids that grow with time, and the order when none is asked. */
  id: string
  from(): ListQuery
  columns: Column<Row>[]
  filters: Filter[]
  /** `nom`, `-nom`: the order when none is asked; the newest first unless said. */
  order?: string
  gestures?: Gesture[]
  archive?: ListArchive
  /** Whether people keep views of it (its room has the routes `vues`), and whether others may see them. */
  keepsViews?: boolean | 'mine'
  /** Where one page of lines needs more than its rows: facts of the room, fetched at once. */
  complete?(rows: Row[]): Promise<Row[]>
}

export const PAGE = 50
/** Beyond, a count is « plus de 10 000 ». */
export const MOST_COUNTED = 10_000
/** Beyond, a file says that it was cut. */
export const MOST_EXPORTED = 10_000
/** Beyond, a gesture on all that is filtered is refused: a person waits for its answer. */
export const MOST_AT_ONCE = 200
