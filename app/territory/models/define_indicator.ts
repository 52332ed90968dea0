import string from '@adonisjs/core/helpers/string'
import { journal } from '#kernel/journal'
import type { Actor } from '#lib/proof'
import { DateTime } from 'luxon'
import { formatNumber } from '../rules/french_number.js'
import { VALUE_KIND_LABELS } from '../rules/indicator.js'
import { type IndicatorDefinition, tellIndicator } from '../rules/parts/indicator_definition.js'
import { periodLabel } from '../rules/period.js'
import type Fiche from './fiche.js'
import FicheRevision from './fiche_revision.js'
import Indicator from './indicator.js'
import IndicatorValue from './indicator_value.js'

/** Under this name the history of a sheet tells what became of an indicator. */
export const indicatorField = (id: string) => `indicateur:${id}`

/** Adds an indicator to a sheet, with its start and its target. */
export async function defineIndicator(
  fiche: Fiche,
  definition: IndicatorDefinition,
  by: Actor
): Promise<Indicator> {
  const position = Math.max(-1, ...fiche.indicators.map((it) => it.position)) + 1
  const slug = string.slug(definition.title, { lower: true, strict: true }).slice(0, 40)
  const indicator = new Indicator().merge({ ficheId: fiche.id, position })
  indicator.code = `${slug}-${position}`
  await write(indicator, definition, by)
  await tell(fiche, indicator, 'defined', null, by)
  return indicator
}

/** Changes how an indicator is counted; the values of its years stay as they are. */
export async function redefineIndicator(
  fiche: Fiche,
  indicator: Indicator,
  definition: IndicatorDefinition,
  by: Actor
): Promise<void> {
  const before = tellIndicator(indicator.toMeasure())
  await write(indicator, definition, by)
  await tell(fiche, indicator, 'redefined', before, by)
}

/** Takes an indicator away with its values; the history of the sheet keeps every one of them. */
export async function dropIndicator(fiche: Fiche, indicator: Indicator, by: Actor): Promise<void> {
  const measure = indicator.toMeasure()
  const values = measure.values.map(
    ({ kind, value, period }) =>
      `${VALUE_KIND_LABELS[kind]} ${formatNumber(value)} (${periodLabel(period)})`
  )
  for (const value of indicator.values) await value.delete()
  await indicator.delete()
  const before = [tellIndicator(measure), ...values].join('\n')
  await FicheRevision.keep(fiche.id, indicatorField(indicator.id), { before, after: null }, by)
  const data = { indicator: indicator.id }
  await journal.append({
    type: 'territory.indicator_dropped',
    subject: fiche.ref,
    actor: by,
    data,
  })
}

async function write(indicator: Indicator, definition: IndicatorDefinition, by: Actor) {
  const { target, baseline, ...facts } = definition
  await indicator
    .merge({
      ...facts,
      targetOperator: target?.operator ?? null,
      targetValue: target ? String(target.value) : null,
    })
    .save()
  await writeBaseline(indicator, baseline, by)
  await indicator.load('values')
}

async function writeBaseline(
  indicator: Indicator,
  baseline: IndicatorDefinition['baseline'],
  by: Actor
): Promise<void> {
  const known = (indicator.values ?? []).find(({ kind }) => kind === 'baseline')
  if (!baseline) return known?.delete()
  await (known ?? new IndicatorValue())
    .merge({
      indicatorId: indicator.id,
      kind: 'baseline',
      value: String(baseline.value),
      periodFrom: baseline.period && DateTime.fromISO(String(baseline.period.from)),
      periodTo: baseline.period && DateTime.fromISO(String(baseline.period.to)),
      source: baseline.source,
      actorId: by.id ?? null,
    })
    .save()
}

async function tell(
  fiche: Fiche,
  indicator: Indicator,
  event: 'defined' | 'redefined',
  before: string | null,
  by: Actor
): Promise<void> {
  const after = tellIndicator(indicator.toMeasure())
  const kept = await FicheRevision.keep(
    fiche.id,
    indicatorField(indicator.id),
    { before, after },
    by
  )
  if (!kept) return
  const data = { indicator: indicator.id }
  await journal.append({
    type: `territory.indicator_${event}`,
    subject: fiche.ref,
    actor: by,
    data,
  })
}
