import type { Actor } from '#kernel/proof'
import { journal } from '#kernel/journal'
import { DateTime } from 'luxon'
import { UnreadableFigure, WholeFigureExpected } from '../errors.js'
import { endOf } from '../rules/echeance.js'
import { formatNumber, parseNumber } from '../rules/french_number.js'
import type Fiche from './fiche.js'
import FicheRevision from './fiche_revision.js'
import type Indicator from './indicator.js'
import IndicatorValue from './indicator_value.js'

/** What was typed on the line of one indicator. */
export interface TypedValue {
  value: string
  /** The last month counted, 1 to 12; 12 is the whole year. Only what accumulates has another. */
  until: number
  source: string
  comment: string
}

/**
 * Records the results of a year for the indicators of a sheet: an empty figure takes the recorded
 * one away. Each change keeps what it replaces. Throws E_FIGURE_… at the field that is wrong.
 */
export async function enterYear(
  fiche: Fiche,
  year: number,
  typed: Record<string, TypedValue>,
  by: Actor
): Promise<void> {
  const readings = fiche.indicators.flatMap((indicator) => {
    const line = typed[indicator.id]
    return line ? [{ indicator, line, figure: readFigure(indicator, line.value) }] : []
  })
  const changed: string[] = []
  for (const { indicator, line, figure } of readings) {
    if (await record(indicator, year, line, figure, by)) changed.push(indicator.code)
  }
  if (changed.length === 0) return
  await journal.append({
    type: 'territory.values_entered',
    subject: fiche.subject,
    actor: by,
    data: { year, indicators: changed },
  })
}

function readFigure(indicator: Indicator, written: string): number | null {
  if (written.trim() === '') return null
  const figure = parseNumber(written)
  const field = `values.${indicator.id}.value`
  if (figure === null) throw new UnreadableFigure(written).at(field)
  if (indicator.precision === 0 && !Number.isInteger(figure)) {
    throw new WholeFigureExpected(written).at(field)
  }
  return figure
}

async function record(
  indicator: Indicator,
  year: number,
  line: TypedValue,
  figure: number | null,
  by: Actor
): Promise<boolean> {
  const known = indicator.resultOf(year)
  const before = known && said(Number(known.value), known.periodTo.month)
  const until = indicator.nature === 'flow' ? line.until : 12
  const after = figure === null ? null : said(figure, until)
  if (figure === null) {
    await known?.delete()
  } else {
    await save(known ?? new IndicatorValue(), indicator, year, { ...line, until }, figure, by)
  }
  return FicheRevision.keep(
    indicator.ficheId,
    `valeur ${year}\u202f: ${indicator.title}`,
    { before, after },
    by
  )
}

async function save(
  row: IndicatorValue,
  indicator: Indicator,
  year: number,
  line: TypedValue,
  figure: number,
  by: Actor
): Promise<void> {
  row.indicatorId = indicator.id
  row.kind = 'result'
  row.value = String(figure)
  row.periodFrom = DateTime.fromISO(`${year}-01-01`)
  row.periodTo = DateTime.fromISO(String(endOf(year, line.until)))
  row.source = line.source || null
  row.comment = line.comment || null
  row.actorId = by.id ?? null
  await row.save()
}

function said(figure: number, until: number): string {
  return until === 12 ? formatNumber(figure) : `${formatNumber(figure)} (à fin ${until}/12)`
}
