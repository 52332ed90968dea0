import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, kept, publicRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'
import './evaluation_routes.js'

const own = controllers.territory
const uuid = router.matchers.uuid()
const year = { match: /^20\d\d$/, cast: Number }

tenantRoutes(
  'territory',
  () => {
    router.get('/', [own.Projects, 'index']).as('projects.index')
    router.get('/projets/:id', [own.Projects, 'show']).as('projects.show')
    router.get('/projets/:id/fiches', [own.FicheLists, 'index']).as('sheets.index')
    router
      .get('/projets/:id/fiches/liste/:format', [own.FicheLists, 'file'])
      .as('sheets.file')
      .where('format', FORMATS)
    router.post('/projets/:id/fiches/vues', [own.FicheLists, 'keep']).as('sheets.keep')
    router.delete('/projets/:id/fiches/vues/:view', [own.FicheLists, 'forget']).as('sheets.forget')
    router.get('/projets/:id/fiches/lot', [own.FicheLists, 'show']).as('sheets.batch')
    // Each gesture asks for its own permission
    router.post('/projets/:id/fiches/lot', [own.FicheLists, 'store']).as('sheets.do')
    router.get('/fiches/:id', [own.Fiches, 'show']).as('fiches.show')
    router.get('/fiches/:id/historique', [own.FicheHistory, 'index']).as('history.index')
    router.get('/fiches/:id/fiche.pdf', [own.FicheFiles, 'pdf']).as('fiches.pdf')
    router.get('/fiches/:id/indicateurs.csv', [own.FicheFiles, 'csv']).as('fiches.csv')
  },
  '/projet'
)
  .where('id', uuid)
  .use(can('territory.read'))

/** What tells of every sheet, also of those that a contributor may not see. */
tenantRoutes(
  'territory',
  () => {
    router.get('/projets/:id/fiches.csv', [own.ProjectExports, 'sheets']).as('exports.sheets')
    router.get('/projets/:id/valeurs.csv', [own.ProjectExports, 'values']).as('exports.values')
    router.get('/projets/:id/projet.xlsx', [own.ProjectExports, 'workbook']).as('exports.workbook')
  },
  '/projet'
)
  .where('id', uuid)
  .use(can('territory.read_all'))

/** A contributor comes through here too: each action then asks whether the sheet is hers. */
tenantRoutes(
  'territory',
  () => {
    router.get('/fiches/:id/parties/:part', [own.FicheParts, 'edit']).as('parts.edit')
    router.put('/fiches/:id/parties/:part', [own.FicheParts, 'update']).as('parts.update')
    router.put('/fiches/:id/statut', [own.Fiches, 'update']).as('fiches.update')
    router
      .get('/fiches/:id/valeurs/:year', [own.YearlyValues, 'edit'])
      .as('values.edit')
      .where('year', year)
    router
      .put('/fiches/:id/valeurs/:year', [own.YearlyValues, 'update'])
      .as('values.update')
      .where('year', year)
  },
  '/projet'
)
  .where('id', uuid)
  .use(can('territory.contribute'))

tenantRoutes(
  'territory',
  () => {
    router.get('/nouveau', [own.Projects, 'create']).as('projects.create')
    router.post('/projets', [own.Projects, 'store']).as('projects.store')
    router.get('/projets/:id/reglages', [own.Projects, 'edit']).as('projects.edit')
    router.put('/projets/:id', [own.Projects, 'update']).as('projects.update')
    router.post('/projets/:id/passages', [own.ProjectTransitions, 'store']).as('transitions.store')
    router.post('/projets/:id/faits', [own.ProjectChecks, 'store']).as('checks.store')
    router.delete('/projets/:id/faits/:code', [own.ProjectChecks, 'destroy']).as('checks.destroy')
    router.post('/projets/:id/axes', [own.Axes, 'store']).as('axes.store')
    router.put('/axes/:id', [own.Axes, 'update']).as('axes.update')
    router.delete('/axes/:id', [own.Axes, 'destroy']).as('axes.destroy')
    router.post('/axes/:id/fiches', [own.Fiches, 'store']).as('fiches.store')
    router.put('/fiches/:id/axe', [own.FichePlaces, 'update']).as('place.update')
    router
      .put('/fiches/:id/publication', [own.FichePublications, 'update'])
      .as('publication.update')
    router.post('/fiches/:id/pilotes', [own.FichePilots, 'store']).as('pilots.store')
    router
      .delete('/fiches/:id/pilotes/:userId', [own.FichePilots, 'destroy'])
      .as('pilots.destroy')
      .where('userId', uuid)
    router.post('/fiches/:id/invitations', [own.FicheInvitations, 'store']).as('invitations.store')
    router
      .get('/fiches/:id/indicateurs/nouveau', [own.Indicators, 'create'])
      .as('indicators.create')
    router.post('/fiches/:id/indicateurs', [own.Indicators, 'store']).as('indicators.store')
    router
      .get('/fiches/:id/indicateurs/:indicatorId', [own.Indicators, 'edit'])
      .as('indicators.edit')
      .where('indicatorId', uuid)
    router
      .put('/fiches/:id/indicateurs/:indicatorId', [own.Indicators, 'update'])
      .as('indicators.update')
      .where('indicatorId', uuid)
    router
      .delete('/fiches/:id/indicateurs/:indicatorId', [own.Indicators, 'destroy'])
      .as('indicators.destroy')
      .where('indicatorId', uuid)
  },
  '/projet'
)
  .where('id', uuid)
  .use(can('territory.lead'))

publicRoutes(
  'territory',
  'the inhabitants follow the territorial project; only shown sheets',
  () => {
    router.get('/', [own.PublicProject, 'show']).as('show').use(kept())
    router.get('/fil.atom', [own.PublicProject, 'feed']).as('feed')
    router.get('/donnees', [own.PublicProject, 'data']).as('data')
    router.get('/indicateurs.csv', [own.PublicProject, 'csv']).as('csv')
    router.get('/fiches/:id', [own.PublicProject, 'fiche']).as('fiche').where('id', uuid)
  },
  '/projet'
)
