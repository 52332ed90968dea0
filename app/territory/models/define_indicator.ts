import string from '@adonisjs/core/helpers/string'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import type { Actor } from '#kernel/proof'
import { DateTime } from 'luxon'
import { UnreadableFigure } from '../errors.js'
import { endOf } from '../rules/echeance.js'
import { parseNumber } from '../rules/french_number.js'
import type { Nature } from '../rules/indicator.js'
import { parseTarget } from '../rules/target.js'
import type Fiche from './fiche.js'
import Indicator from './indicator.js'
import IndicatorValue from './indicator_value.js'

/** What was typed to begin following something: figures as people write them. */
export interface NewIndicator {
  title: string
  unit: string
  nature: Nature
  baseline?: string
  baselineYear?: number
  baselineUntil?: number
  target?: string
  targetYear?: number
}

/** Adds an indicator to a sheet, with its start and its target. Throws E_FIGURE_UNREADABLE. */
export async function defineIndicator(
  fiche: Fiche,
  typed: NewIndicator,
  by: Actor
): Promise<Indicator> {
  const target = typed.target ? parseTarget(typed.target) : null
  if (typed.target && !target) throw new UnreadableFigure(typed.target).at('target')
  const baseline = typed.baseline ? parseNumber(typed.baseline) : null
  if (typed.baseline && baseline === null) throw new UnreadableFigure(typed.baseline).at('baseline')
  const position = Math.max(-1, ...fiche.indicators.map((it) => it.position)) + 1
  const indicator = await Indicator.create({
    ficheId: fiche.id,
    position,
    code: `${string.slug(typed.title, { lower: true, strict: true }).slice(0, 40)}-${position}`,
    title: typed.title,
    unit: typed.unit,
    nature: typed.nature,
    precision: 0,
    targetOperator: target?.operator ?? null,
    targetValue: target ? String(target.value) : null,
    targetYear: typed.targetYear ?? null,
  })
  if (baseline !== null) await recordBaseline(indicator, baseline, typed, by)
  await journal.append({
    type: 'territory.indicator_defined',
    subject: fiche.subject,
    actor: by,
    data: { indicator: indicator.id },
  })
  return indicator
}

async function recordBaseline(
  indicator: Indicator,
  value: number,
  typed: NewIndicator,
  by: Actor
): Promise<void> {
  const year = typed.baselineYear ?? clock.today().year
  const month = typed.nature === 'flow' ? (typed.baselineUntil ?? 12) : 12
  await IndicatorValue.create({
    indicatorId: indicator.id,
    kind: 'baseline',
    value: String(value),
    periodFrom: DateTime.fromISO(`${year}-01-01`),
    periodTo: DateTime.fromISO(String(endOf(year, month))),
    actorId: by.id ?? null,
  })
}
