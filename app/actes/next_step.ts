import type { Meaning } from '#lib/meaning'
import type { FolderSummary } from '#rooms/parapheur'
import type { OpenLetter } from './models/open_letters.js'

/** What comes next, as the page of an acte says and offers it. */
export interface NextStep {
  title: string
  text?: string
  who?: string
  meaning?: Meaning
  action?: string
  href?: string
  label?: string
  icon?: string
  confirm?: string
  /** The page refreshes itself until the state changes. */
  live?: boolean
}

/** What else than its state decides what comes next. */
export interface Around {
  folder: FolderSummary | null
  /** The letter of the prefecture that presses most. */
  letter: OpenLetter | null
  /** Since the anomaly, nothing that the prefecture looks at has changed. */
  isUnchanged: boolean
  /** Everybody may read what the member publishes. */
  isPublicSideOpen: boolean
}
