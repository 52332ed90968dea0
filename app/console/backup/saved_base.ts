import type { Point } from '#lib/backup/points'

/** What was just saved of the database. */
export interface SavedBase {
  /** Everything committed at that moment is there. */
  at: string
  base: Point['base']
  /** Whether it is a whole one rather than what follows one that is there. */
  isWhole: boolean
}
