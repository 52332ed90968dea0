import { NotFound } from '#web/errors'
import type { Tenant } from '#kernel/tenant'
import type { FeedEntry } from '#lib/feed/atom'
import { FicheNotFound } from '../errors.js'
import { evaluationTitle } from '../formats/evaluation_report.js'
import { projectBoard } from '../formats/project_board.js'
import { publicState } from '../formats/sheet_page.js'
import { evaluationPath } from '../rules/evaluation_key.js'
import { sectionItems } from '../rules/fiche_sections.js'
import { planProgress } from '../rules/fiche_statut.js'
import Evaluation from './evaluation.js'
import Fiche from './fiche.js'
import Project from './project.js'
import { shownEvaluations } from './shown_evaluation.js'

/** The project that a collectivite shows, with its shown sheets only. Throws E_NOT_FOUND. */
export async function publicProject(tenant: Tenant) {
  const found = await Project.query().where('public', true).orderBy('lastYear', 'desc').first()
  if (!found) throw new NotFound()
  const project = await Project.getWhole(found.id)
  const fiches = project.axes.flatMap((axe) => axe.fiches).filter((fiche) => fiche.public)
  const frozen = await Evaluation.query()
    .where({ projectId: project.id, state: 'frozen' })
    .whereIn('id', await shownEvaluations.ids())
    .orderBy('year', 'desc')
  const evaluations = frozen.filter((it) => speaksOnlyOf(it, fiches))
  return {
    project,
    fiches,
    axes: project.axes.map(({ number, title, fiches: all }) => ({
      number,
      title,
      fiches: all.filter((fiche) => fiche.public).map(cardOf),
    })),
    progress: planProgress(fiches.map((fiche) => fiche.statut)),
    board: projectBoard(fiches.map(onBoard), project.lastYear),
    evaluations: evaluations.map((it) => ({
      path: evaluationPath(it),
      title: evaluationTitle(it),
    })),
    documents: evaluations,
    entries: [...evaluations.map(evaluationEntry), ...fiches.map(ficheEntry)],
    feed: { href: `/p/${tenant.slug}/projet/fil.atom`, title: project.title },
  }
}

/** A document that tells of a sheet kept from the public is kept from it too. */
function speaksOnlyOf(evaluation: Evaluation, shown: Fiche[]): boolean {
  const told = evaluation.snapshot!.axes.flatMap((axe) => axe.fiches)
  return told.every(({ id }) => shown.some((fiche) => fiche.id === id))
}

/**
 * A sheet that the inhabitants may read. @throws E_FICHE_NOT_FOUND: for them, one kept from the
 * public and one that never was are the same answer.
 */
export async function shownFiche(id: string): Promise<Fiche> {
  const fiche = await Fiche.get(id)
  const project = await Project.get(fiche.projectId)
  if (!fiche.public || !project.public) throw new FicheNotFound()
  return fiche
}

const onBoard = (fiche: Fiche) => ({
  id: fiche.id,
  number: fiche.fullNumber,
  title: fiche.title,
  statut: fiche.statut,
  late: false,
  indicators: fiche.indicators.map((indicator) => indicator.toMeasure()),
})

function cardOf(fiche: Fiche) {
  return {
    id: fiche.id,
    number: fiche.fullNumber,
    title: fiche.title,
    state: publicState(fiche.statut),
    summary: summaryOf(fiche),
    indicators: fiche.indicators.length,
  }
}

function summaryOf(fiche: Fiche): string {
  const codes = ['synthese', 'description', 'actions'] as const
  const [first = ''] = codes.flatMap((code) => sectionItems(code, fiche.sections[code] ?? ''))
  return first
}

function ficheEntry(fiche: Fiche): FeedEntry {
  return {
    id: fiche.id,
    title: `${fiche.title} (${publicState(fiche.statut).label})`,
    url: `/fiches/${fiche.id}`,
    updated: (fiche.updatedAt ?? fiche.createdAt).toISO()!,
    summary: summaryOf(fiche),
  }
}

function evaluationEntry(evaluation: Evaluation): FeedEntry {
  return {
    id: evaluation.id,
    title: evaluationTitle(evaluation),
    url: `/evaluations/${evaluationPath(evaluation)}`,
    updated: evaluation.frozenAt!.toISO()!,
    summary: evaluation.snapshot!.summary.join(' '),
  }
}
