import { tasks } from '#kernel/tasks'
import type { Tenant } from '#kernel/tenant'
import type Fiche from './fiche.js'
import type Project from './project.js'

const keyOf = (fiche: Fiche, year: number) => `territory.values:${fiche.id}:${year}`

/** Indicators of the sheet without a result for the year. */
export function silentIndicators(fiche: Fiche, year: number): number {
  return fiche.indicators.filter((indicator) => indicator.resultOf(year) === null).length
}

/** Asks each sheet's pilot for the values of the year that is being evaluated. */
export async function openValueTasks(
  tenant: Tenant,
  project: Project,
  year: number
): Promise<void> {
  for (const fiche of project.axes.flatMap((axe) => axe.fiches)) {
    const [pilot] = fiche.pilots
    if (!pilot || silentIndicators(fiche, year) === 0) continue
    await tasks.open({
      key: keyOf(fiche, year),
      capability: 'territory',
      title: `Saisir les valeurs ${year} de la fiche ${fiche.fullNumber}`,
      url: `/c/${tenant.slug}/projet/fiches/${fiche.id}/valeurs/${year}`,
      personId: pilot.userId,
      subjectId: fiche.id,
    })
  }
}

/** Nothing waits any more once every indicator has its value. */
export async function closeValueTask(fiche: Fiche, year: number): Promise<void> {
  if (silentIndicators(fiche, year) === 0) await tasks.close(keyOf(fiche, year))
}
