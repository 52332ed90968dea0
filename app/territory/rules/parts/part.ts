import type { SheetContent } from '../sheet.js'
import type { Reader } from './reader.js'
import type { Typed } from './typed.js'

/** What of a sheet is edited on one page, recorded in one step, and told in one line of its history. */
export interface SheetPart<T extends Typed = Typed> {
  code: string
  title: string
  blank: T
  /** The form as the sheet fills it in. */
  typed(sheet: SheetContent): T
  /** What the form changes in the sheet; the reader gathers what is wrong. */
  read(typed: T, reader: Reader, sheet: SheetContent): Partial<SheetContent>
  /** The same in words, for those who look back; empty when nothing is there. */
  told(sheet: SheetContent): string
}
