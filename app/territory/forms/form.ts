import type { DateTime } from 'luxon'
import type { Typed } from '../rules/parts/typed.js'

/** A form on something that several people may change: what it is, and what is recorded in it. */
export interface Form<T extends Typed = Typed> {
  /** « fiche:018f…:budget »: drafts are kept under it. */
  key: string
  blank: T
  /** The form as what is recorded fills it in. */
  stored: T
  /** Who recorded it last, in words and by whom, for the person who was overtaken. */
  lastChange(): Promise<{ by: string; at: DateTime; told: string } | null>
}

export { fingerprint } from '#web/forms/fingerprint'
