import { clock } from '#kernel/clock'
import { type Completeness, completeness } from '../rules/completeness.js'
import type { ProjectFacts } from '../rules/project_facts.js'
import Evaluation from './evaluation.js'
import type Fiche from './fiche.js'
import type Project from './project.js'

/** What the guards look at, gathered from a project loaded whole. */
export async function factsOf(project: Project): Promise<ProjectFacts> {
  const evaluations = await Evaluation.query().where('projectId', project.id)
  const settled = evaluations.filter((it) => it.state !== 'draft')
  const fiches = project.axes.flatMap((axe) => axe.fiches)
  const judged = fiches.map((fiche) => ({ title: fiche.title, ...completenessOf(fiche) }))
  return {
    step: project.state,
    eluReferent: project.eluReferent,
    quotitePercent: project.quotitePercent,
    durationMonths: project.durationMonths,
    communes: project.communes.length,
    checked: new Set(project.checks.map((check) => check.code)),
    axes: project.axes.map((axe) => ({ title: axe.title, fiches: axe.fiches.length })),
    incompleteFiches: judged.filter((it) => it.missing.length > 0),
    thinFiches: judged.filter((it) => it.missing.length === 0 && it.advised.length > 0),
    // An evaluation is frozen once its year is over.
    year: Math.min(clock.today().year - 1, project.lastYear),
    firstYear: project.firstYear,
    settledYears: new Set(settled.filter((it) => it.scope === 'annual').map((it) => it.year)),
    finalEvaluation: settled.some((it) => it.scope === 'final'),
  }
}

/** How complete a sheet is, by the rules of the method. */
export function completenessOf(fiche: Fiche): Completeness {
  return completeness({
    title: fiche.title,
    statut: fiche.statut,
    hasPilot: fiche.pilots.length > 0,
    hasDueDate: fiche.echeance !== null || fiche.recurrence !== null,
    indicators: fiche.indicators.length,
    sections: fiche.sections,
  })
}
