import { documents } from '#kernel/documents'
import { buildEvaluation } from '#app/territory/formats/evaluation_report'
import { shownEvaluations } from '#app/territory/models/shown_evaluation'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

const TITLE = 'Projet secret de la voisine'

/** A project with an axis, a shown sheet, an indicator, an evaluation and a recommendation. */
export default defineWorld(async (_, person) => {
  const project = await put('territory.projects', {
    slug: `secret-${uuidv7()}`,
    title: TITLE,
    first_year: 2024,
    last_year: 2026,
    public: true,
  })
  const axe = await put('territory.axes', { project_id: project, number: 1, title: 'Axe' })
  const fiche = await put('territory.fiche_actions', {
    project_id: project,
    axe_id: axe,
    number: 1,
    title: 'Fiche secrète de la voisine',
    public: true,
  })
  await put('territory.fiche_pilots', { fiche_id: fiche, user_id: person })
  const indicator = await put('territory.indicators', {
    fiche_id: fiche,
    position: 0,
    code: 'visites',
    title: 'Visites',
    unit: 'visites',
    nature: 'flow',
  })
  const { id: report } = await documents.store(Buffer.from('Bilan'), { name: 'bilan.pdf' })
  const written = { project_id: project, prepared_by: 'Voisine', prepared_on: '2025-01-01' }
  await put('territory.evaluations', { ...written, year: 2025 })
  const frozen = await put('territory.evaluations', {
    ...written,
    year: 2024,
    state: 'frozen',
    snapshot: buildEvaluation({
      year: 2024,
      scope: 'annual',
      territory: 'Voisine',
      project: TITLE,
      presentation: [],
      step: 'Suivi',
      preparedBy: 'Voisine',
      preparedOn: '2025-01-01',
      frozenOn: '2025-01-02',
      axes: [],
      recommendations: [],
    }),
    document_id: report,
    frozen_at: '2025-01-02T10:00:00Z',
  })
  await shownEvaluations.show(frozen)
  await put('territory.project_checks', { project_id: project, code: 'x', done_on: '2024-03-01' })
  const advice = await put('territory.recommendations', {
    project_id: project,
    year: 2024,
    text: 'Avancer',
    addressee: 'DSI',
  })
  const ofFiche = {
    id: fiche,
    year: '2024',
    part: 'description',
    userId: person,
    indicatorId: indicator,
  }
  const view = await put('kernel.saved_views', {
    list: 'territory.fiches',
    name: `Vue de la voisine ${uuidv7()}`,
    query: 'statut=realise',
    person_id: person,
    shared: false,
    created_at: '2026-11-01T10:00:00Z',
  })
  const ofProject = { id: project, year: '2024', code: 'x' }
  return {
    routes: {
      'territory.': { ...ofFiche, project, fiche },
      'territory.fiches.update': { ...ofFiche, fiche },
      'territory.values.update': { ...ofFiche, fiche },
      'territory.projects.': ofProject,
      'territory.sheets.': { ...ofProject, view },
      'territory.evaluations.': ofProject,
      'territory.exports.': ofProject,
      'territory.transitions.': ofProject,
      'territory.checks.': ofProject,
      'territory.showings.': ofProject,
      'territory.axes.': { id: axe },
      'territory.axes.store': ofProject,
      'territory.freezings.': ofProject,
      'territory.justifications.': ofProject,
      'territory.advice.store': ofProject,
      'territory.advice.update': { id: advice },
      'territory.fiches.store': { id: axe },
    },
    bodies: {
      'territory.sheets.do': { geste: 'montrer' },
      'territory.values.update': { year: 2024, value: '12' },
    },
    secrets: [TITLE, 'Fiche secrète de la voisine'],
  }
})
