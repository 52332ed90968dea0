import type { Actor } from '#lib/proof'
import { journal } from '#kernel/journal'
import { DateTime } from 'luxon'
import { endOf } from '../rules/echeance.js'
import { formatNumber } from '../rules/french_number.js'
import type { Reader } from '../rules/parts/reader.js'
import type Fiche from './fiche.js'
import FicheRevision from './fiche_revision.js'
import type Indicator from './indicator.js'
import IndicatorValue from './indicator_value.js'

/** The first year of which figures are kept. */
export const FIRST_YEAR = 2000

/** What is to be recorded on the line of one indicator; a null figure takes the recorded one away. */
export interface YearLine {
  figure: number | null
  /** The last month counted, 1 to 12; 12 is the whole year. Only what accumulates has another. */
  until: number
  source: string
  comment: string
}

export type TypedYear = {
  values: Record<string, { value: string; until: string; source: string; comment: string }>
}

/** Reads the table of a year, indicator by indicator; the reader gathers what is wrong. */
export function readYear(
  fiche: Fiche,
  { values }: TypedYear,
  reader: Reader
): Map<Indicator, YearLine> {
  const lines = fiche.indicators.map((indicator): [Indicator, YearLine] => {
    const { value, until, source, comment } = values[indicator.id]
    const at = `values.${indicator.id}`
    const line = {
      figure: value === '' ? null : reader.measure(`${at}.value`, value, indicator),
      until: indicator.nature === 'flow' ? Number(reader.choice(`${at}.until`, until, UNTIL)) : 12,
      source: reader.line(`${at}.source`, source),
      comment: reader.text(`${at}.comment`, comment, 0, 1000),
    }
    return [indicator, line]
  })
  return new Map(lines)
}

const UNTIL = Array.from({ length: 12 }, (_, month) => String(12 - month))

/** Records the results of a year; each change keeps what it replaces. The sheet must be locked. */
export async function enterYear(
  fiche: Fiche,
  year: number,
  lines: Map<Indicator, YearLine>,
  by: Actor
): Promise<void> {
  const changed: string[] = []
  for (const [indicator, line] of lines) {
    if (await record(indicator, year, line, by)) changed.push(indicator.code)
  }
  if (changed.length === 0) return
  await journal.append({
    type: 'territory.values_entered',
    subject: fiche.ref,
    actor: by,
    data: { year, indicators: changed },
  })
}

/** Under this name the history of a sheet tells the values of a year. */
export const yearField = (year: number, indicator: Indicator) =>
  `valeur ${year}\u202f: ${indicator.title}`

async function record(
  indicator: Indicator,
  year: number,
  line: YearLine,
  by: Actor
): Promise<boolean> {
  const known = indicator.resultOf(year)
  const before = known && said(known)
  if (line.figure === null) await known?.delete()
  const kept =
    line.figure === null
      ? null
      : await save(known ?? new IndicatorValue(), indicator, year, line, by)
  const change = { before, after: kept && said(kept) }
  return FicheRevision.keep(indicator.ficheId, yearField(year, indicator), change, by)
}

function save(row: IndicatorValue, indicator: Indicator, year: number, line: YearLine, by: Actor) {
  return row
    .merge({
      indicatorId: indicator.id,
      kind: 'result',
      value: String(line.figure),
      periodFrom: DateTime.fromISO(`${year}-01-01`),
      periodTo: DateTime.fromISO(String(endOf(year, line.until))),
      source: line.source || null,
      comment: line.comment || null,
      actorId: by.id ?? null,
    })
    .save()
}

/** A figure with all that was said of it: another source is another statement. */
function said({ value, periodTo, source, comment }: IndicatorValue): string {
  const until = !periodTo || periodTo.month === 12 ? '' : ` (à fin ${periodTo.month}/12)`
  return [formatNumber(Number(value), 3) + until, source, comment].filter(Boolean).join(', ')
}
