import type { Meaning } from '#lib/meaning'
import type { Tenant } from '#kernel/tenant'

/**
 * What every figure is asked by. `sql` is of ours, begins by an index that `tenant_id` leads, is
 * bounded, and may name `:tenant`, `:person`, `:now` (a moment) and `:month`, the midnight of Paris
 * with which this month began; nothing else is known to it.
 */
interface Asked {
  /** `<room>.<what>`, once in the house. */
  name: string
  /** The permission without which it is neither asked nor shown. */
  permission: string
  sql: string
  /** It is asked of the person and not of the member: never kept. */
  isOwn?: boolean
}

/** Where a figure is shown, and to whom. */
export interface Where {
  tenant: Tenant
}

/** A figure in words: `name` above, `value` in large, `note` under it, and the list that it counts. */
export interface ShownCount {
  name: string
  value: string
  unit?: string
  note?: string
  href?: string
}

/** Something that somebody should have done: a sentence, its reason, where to do it. */
export interface ShownLate {
  title: string
  facts: string[]
  state: { label: string; meaning: Meaning }
  href: string
}

/** One number (a count, seconds, a moment in seconds since 1970), or null when there is none. */
export type Count = Asked &
  (
    | { kind: 'month'; say(value: number | null, where: Where): ShownCount | null }
    | { kind: 'late'; say(value: number | null, where: Where): ShownLate | null }
  )

/** A thing that the person began. */
export interface UnfinishedRow {
  id: string
  title: string
  /** ISO 8601 */
  at: string
}

/** What the person began and left: `sql` selects `id`, `title` and `at`, the last touched first. */
export interface Unfinished extends Asked {
  kind: 'unfinished'
  /** « Brouillons » */
  label: string
  /** When a thing has no title yet. */
  untitled: string
  href(id: string, where: Where): string
  /** Where all of them are. */
  all(where: Where): string
}

export type Figure = Count | Unfinished

/** « Préparer un acte »: what one does first in a room, when nothing waits there. */
export interface FirstStep {
  permission: string
  label: string
  href(where: Where): string
}

/** Of what is unfinished, as many are shown as one takes in at a glance; one more says there are others. */
export const MOST_UNFINISHED = 3
