import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

const TITLE = 'Projet secret de la voisine'

/** A project with an axis, a shown sheet, an indicator, an evaluation and a recommendation. */
export default defineWorld(async (tenantId) => {
  const { user_id: person } = await tenancy
    .trx()
    .from('kernel.memberships')
    .where('tenant_id', tenantId)
    .first()
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
  await put('territory.evaluations', {
    project_id: project,
    year: 2024,
    prepared_by: 'Voisine',
    prepared_on: '2025-01-01',
  })
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
  const ofProject = { id: project, year: '2024', code: 'x' }
  return {
    routes: {
      'territory.': ofFiche,
      'territory.projects.': ofProject,
      'territory.evaluations.': ofProject,
      'territory.exports.': ofProject,
      'territory.transitions.': ofProject,
      'territory.checks.': ofProject,
      'territory.axes.': { id: axe },
      'territory.axes.store': ofProject,
      'territory.freezings.': ofProject,
      'territory.justifications.': ofProject,
      'territory.advice.store': ofProject,
      'territory.advice.update': { id: advice },
      'territory.fiches.store': { id: axe },
    },
    secrets: [TITLE, 'Fiche secrète de la voisine'],
  }
})
