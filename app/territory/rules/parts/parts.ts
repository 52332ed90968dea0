import { isSectionCode } from '../fiche_sections.js'
import { budgetPart } from './budget_part.js'
import { essentialsPart } from './essentials_part.js'
import type { SheetPart } from './part.js'
import { stepsPart } from './steps_part.js'
import { textPart } from './text_part.js'

const STRUCTURED = [essentialsPart, budgetPart, stepsPart] as unknown as SheetPart[]

/** The part of a sheet that an address names, or null. */
export function partOf(code: string): SheetPart | null {
  if (isSectionCode(code)) return textPart(code) as unknown as SheetPart
  return STRUCTURED.find((part) => part.code === code) ?? null
}
