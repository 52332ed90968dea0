import type { Actor } from '#lib/proof'
import type { Tenant } from '#kernel/tenant'
import { DateTime } from 'luxon'
import Evaluation from '../models/evaluation.js'
import { shownEvaluations } from '../models/shown_evaluation.js'
import type Fiche from '../models/fiche.js'
import IndicatorValue from '../models/indicator_value.js'
import type Project from '../models/project.js'
import Recommendation from '../models/recommendation.js'
import { partOf } from '../rules/parts/parts.js'
import { type DemonstrationFile, demonstrationFile, sheetDraft } from './territory_files.js'

/** Gives the project a few invented years, then freezes the evaluation of the last one. */
export async function demonstrate(
  tenant: Tenant,
  project: Project,
  folder: string,
  lead: { name: string; actor: Actor }
): Promise<void> {
  const file = demonstrationFile(folder)
  const { title } = sheetDraft(folder, file.fiche)
  const fiche = project.axes.flatMap((axe) => axe.fiches).find((it) => it.title === title)!
  await enterValues(fiche, file)
  for (const code of ['forces', 'faiblesses'] as const) {
    const sections = { ...fiche.sections, [code]: file.evaluation[code].join('\n') }
    await fiche.rewrite(partOf(code)!, { sections }, lead.actor)
  }
  await Recommendation.createMany(
    file.recommandations.map(({ texte, destinataire, echeance }) => ({
      projectId: project.id,
      year: file.evaluation.annee,
      text: texte,
      addressee: destinataire,
      dueOn: DateTime.fromISO(echeance),
    }))
  )
  const evaluation = await Evaluation.begin(
    project,
    { year: file.evaluation.annee, scope: 'annual' },
    lead.name
  )
  await evaluation.freeze(tenant, lead.actor)
  await shownEvaluations.show(evaluation.id)
}

async function enterValues(fiche: Fiche, { valeurs, source }: DemonstrationFile): Promise<void> {
  for (const indicator of fiche.indicators) {
    const years = Object.entries(valeurs[indicator.code] ?? {})
    await IndicatorValue.createMany(
      years.map(([year, value]) => ({
        indicatorId: indicator.id,
        kind: 'result' as const,
        value: String(value),
        periodFrom: DateTime.fromISO(`${year}-01-01`),
        periodTo: DateTime.fromISO(`${year}-12-31`),
        source,
      }))
    )
  }
}
