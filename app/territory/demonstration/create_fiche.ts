import type { SheetDraft } from '../formats/sheet_file.js'
import type Axe from '../models/axe.js'
import Fiche from '../models/fiche.js'
import FichePilot from '../models/fiche_pilot.js'
import Indicator from '../models/indicator.js'
import IndicatorValue from '../models/indicator_value.js'
import type { FicheStatut } from '../rules/fiche_statut.js'
import type { Indicator as Measure } from '../rules/indicator.js'
import { DateTime } from 'luxon'

interface Placement {
  number: number
  statut: FicheStatut
  public: boolean
  pilot?: string
}

/** Writes a reviewed sheet under an axe, with its steps, its indicators and its pilot. */
export async function createFiche(axe: Axe, draft: SheetDraft, placed: Placement): Promise<Fiche> {
  const { indicators, echeance, statut, ...content } = draft
  const { pilot, ...placement } = placed
  const fiche = await Fiche.create({
    ...content,
    ...placement,
    statut: statut ?? placed.statut,
    projectId: axe.projectId,
    axeId: axe.id,
    echeance: echeance && { ...echeance, due: String(echeance.due) },
  })
  if (pilot) await FichePilot.create({ ficheId: fiche.id, userId: pilot })
  for (const [position, measure] of indicators.entries()) {
    await createIndicator(fiche.id, position, measure)
  }
  return fiche
}

async function createIndicator(ficheId: string, position: number, measure: Measure) {
  const { id: code, target, values, ...facts } = measure
  const indicator = await Indicator.create({
    ...facts,
    ficheId,
    position,
    code,
    targetOperator: target?.operator ?? null,
    targetValue: target ? String(target.value) : null,
  })
  for (const { period, value, ...rest } of values) {
    await IndicatorValue.create({
      ...rest,
      indicatorId: indicator.id,
      value: String(value),
      periodFrom: period && DateTime.fromISO(String(period.from)),
      periodTo: period && DateTime.fromISO(String(period.to)),
    })
  }
}
