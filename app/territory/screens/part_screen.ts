import type { OpenedForm } from '../forms/open_form.js'
import type Fiche from '../models/fiche.js'
import { CURRENCIES } from '../rules/cost.js'
import { ETAPE_STATES } from '../rules/etape.js'
import { FICHE_SECTIONS, SECTION_MAX_LENGTH, isSectionCode } from '../rules/fiche_sections.js'
import { FUNDING_STATES } from '../rules/funding.js'
import { MONTHS } from '../rules/months.js'
import { COST_RHYTHMS } from '../rules/parts/budget_part.js'
import { CARBON_STATES } from '../rules/parts/essentials_part.js'
import type { SheetPart } from '../rules/parts/part.js'
import type { Typed } from '../rules/parts/typed.js'

/** Empty rows under the written ones; keeping the draft gives as many again, without a script. */
const ROOM = 2

const choices = (words: Record<string, string | { label: string }>) =>
  Object.entries(words).map(([value, word]) => {
    return { value, label: typeof word === 'string' ? word : word.label }
  })

const LISTS = {
  currencies: choices(CURRENCIES),
  rhythms: choices(COST_RHYTHMS),
  fundingStates: choices(FUNDING_STATES),
  etapeStates: choices(ETAPE_STATES),
  carbonStates: choices(CARBON_STATES),
  months: MONTHS.map((label, index) => ({ value: String(index + 1), label })),
}

/** The page on which one part of a sheet is written. */
export function partScreen(fiche: Fiche, part: SheetPart, opened: OpenedForm) {
  return {
    fiche,
    part,
    opened,
    lists: LISTS,
    rows: rowsOf(part.blank, opened.typed),
    section: isSectionCode(part.code) ? FICHE_SECTIONS[part.code] : null,
    maxLength: SECTION_MAX_LENGTH,
  }
}

/** Each list of the form, with room under it. */
function rowsOf(blank: Typed, typed: Typed): Record<string, Typed[]> {
  const lists = Object.entries(typed).filter((entry): entry is [string, Typed[]] =>
    Array.isArray(entry[1])
  )
  return Object.fromEntries(
    lists.map(([field, rows]) => {
      const [empty] = blank[field] as Typed[]
      return [field, [...rows, ...Array.from({ length: ROOM }, () => empty)]]
    })
  )
}
