import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import limiter from '@adonisjs/limiter/services/main'
import { networkOf } from '#lib/net/network'
import { can, publicRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const own = controllers.ged
const uuid = router.matchers.uuid()

/** Each place and document says itself who reads it: a guest has no other permission here. */
tenantRoutes('ged', () => {
  router.get('/', [own.Spaces, 'index']).as('spaces.index')
  router.get('/corbeille', [own.Trash, 'index']).as('trash.index')
  router
    .get('/corbeille/liste/:format', [own.TrashLists, 'file'])
    .as('trash_lists.file')
    .where('format', FORMATS)
  router.get('/corbeille/lot', [own.TrashLists, 'show']).as('trash_lists.show')
  router.post('/corbeille/lot', [own.TrashLists, 'store']).as('trash_lists.store')
  router.post('/corbeille/vues', [own.TrashLists, 'keep']).as('trash_lists.keep')
  router
    .delete('/corbeille/vues/:view', [own.TrashLists, 'forget'])
    .as('trash_lists.forget')
    .where('view', uuid)
  router.get('/types', [own.Types, 'index']).as('types.index')
  router.get('/espaces/:slug', [own.Spaces, 'show']).as('spaces.show')
  router
    .get('/espaces/:slug/liste/:format', [own.PlaceLists, 'file'])
    .as('space_lists.file')
    .where('format', FORMATS)
  router.get('/espaces/:slug/lot', [own.PlaceLists, 'show']).as('space_lists.show')
  router.post('/espaces/:slug/lot', [own.PlaceLists, 'store']).as('space_lists.store')
  router.post('/espaces/:slug/vues', [own.PlaceLists, 'keep']).as('space_lists.keep')
  router
    .delete('/espaces/:slug/vues/:view', [own.PlaceLists, 'forget'])
    .as('space_lists.forget')
    .where('view', uuid)
  router
    .get('/dossiers/:id/liste/:format', [own.PlaceLists, 'file'])
    .as('folder_lists.file')
    .where('format', FORMATS)
  router.get('/dossiers/:id/lot', [own.PlaceLists, 'show']).as('folder_lists.show')
  router.post('/dossiers/:id/lot', [own.PlaceLists, 'store']).as('folder_lists.store')
  router.post('/dossiers/:id/vues', [own.PlaceLists, 'keep']).as('folder_lists.keep')
  router
    .delete('/dossiers/:id/vues/:view', [own.PlaceLists, 'forget'])
    .as('folder_lists.forget')
    .where('view', uuid)
  router.get('/espaces/:slug/depot', [own.Deposits, 'show']).as('deposits.show')
  router.get('/espaces/:slug/export', [own.SpaceExports, 'show']).as('space_exports.show')
  router.get('/recherche', [own.Searches, 'index']).as('searches.index')
  router.get('/recherches/:search', [own.SavedSearches, 'show']).as('saved_searches.show')
  // Whoever reads keeps what she searches: it changes no document
  router.post('/recherches', [own.SavedSearches, 'store']).as('saved_searches.store')
  router.delete('/recherches/:search', [own.SavedSearches, 'destroy']).as('saved_searches.destroy')
  router.post('/recherches/:search/suivi', [own.SearchFollows, 'store']).as('search_follows.store')
  router
    .delete('/recherches/:search/suivi', [own.SearchFollows, 'destroy'])
    .as('search_follows.destroy')
  // Whoever reads may say something: it changes no document
  router.post('/documents/:id/commentaires', [own.Comments, 'store']).as('comments.store')
  router
    .delete('/commentaires/:comment', [own.Comments, 'destroy'])
    .as('comments.destroy')
    .where('comment', uuid)
  router
    .post('/commentaires/:comment/resolution', [own.CommentResolutions, 'store'])
    .as('comment_resolutions.store')
    .where('comment', uuid)
  router
    .delete('/commentaires/:comment/resolution', [own.CommentResolutions, 'destroy'])
    .as('comment_resolutions.destroy')
    .where('comment', uuid)
  router.get('/espaces/:slug/partage', [own.Shares, 'index']).as('shares.index')
  router.get('/espaces/:slug/liens', [own.Links, 'ofSpace']).as('links.of_space')
  router.get('/elements/:id/liens', [own.Links, 'index']).as('links.index')
  router.get('/dossiers/:id/au', [own.PastFolders, 'index']).as('past_folders.index')
  router
    .get('/dossiers/:id/au/:day', [own.PastFolders, 'show'])
    .as('past_folders.show')
    .where('day', /^\d{4}-\d{2}-\d{2}$/)
  router.get('/gels', [own.Holds, 'index']).as('holds.index')
  router.get('/feuilles', [own.Sheets, 'show']).as('sheets.show')
  router.get('/dossiers/:id', [own.Folders, 'show']).as('folders.show')
  router.get('/dossiers/:id/cloture', [own.Closings, 'show']).as('closings.show')
  router.get('/documents/:id/occultation', [own.Redactions, 'show']).as('redactions.show')
  router.get('/documents/:id', [own.Documents, 'show']).as('documents.show')
  router.get('/doublons', [own.Twins, 'index']).as('twins.index')
  router.get('/espaces/:slug/activite', [own.Activities, 'show']).as('space_activities.show')
  router
    .get('/espaces/:slug/activite/liste/:format', [own.Activities, 'file'])
    .as('space_activities.file')
    .where('format', FORMATS)
  router.get('/documents/:id/activite', [own.Activities, 'show']).as('document_activities.show')
  router
    .get('/documents/:id/activite/liste/:format', [own.Activities, 'file'])
    .as('document_activities.file')
    .where('format', FORMATS)
  router.get('/documents/:id/comparaison', [own.Comparisons, 'show']).as('comparisons.show')
  router.get('/documents/:id/fichier', [own.Files, 'show']).as('files.show')
})
  .where('id', uuid)
  .where('search', uuid)
  .where('slug', /^[a-z0-9-]{1,60}$/)
  .use(can('ged.read'))

tenantRoutes('ged', () => {
  router.post('/espaces/:slug/partage', [own.Shares, 'store']).as('shares.store')
  router
    .delete('/espaces/:slug/partage/:guest', [own.Shares, 'destroy'])
    .as('shares.destroy')
    .where('guest', uuid)
  router.post('/espaces/:slug/dossiers', [own.Folders, 'store']).as('folders.store')
  router.post('/espaces/:slug/documents', [own.Deposits, 'store']).as('deposits.store')
  router.put('/espaces/:slug/depot', [own.Deposits, 'update']).as('deposits.update')
  router.post('/documents/:id/versions', [own.Versions, 'store']).as('versions.store')
  router.post('/documents/:id/occultation', [own.Redactions, 'store']).as('redactions.store')
  router.put('/documents/:id', [own.Documents, 'update']).as('documents.update')
  router.put('/elements/:id/nom', [own.Names, 'update']).as('names.update')
  router.put('/elements/:id/place', [own.Places, 'update']).as('places.update')
  router.post('/elements/:id/corbeille', [own.Trash, 'store']).as('trash.store')
  router.delete('/elements/:id/corbeille', [own.Trash, 'destroy']).as('trash.destroy')
  router.post('/elements/:id/liens', [own.Links, 'store']).as('links.store')
  router.delete('/liens/:link', [own.Links, 'destroy']).as('links.destroy').where('link', uuid)
  router.post('/documents/:id/relations', [own.Relations, 'store']).as('relations.store')
  router
    .delete('/relations/:relation', [own.Relations, 'destroy'])
    .as('relations.destroy')
    .where('relation', uuid)
  router.post('/documents/:id/proposition', [own.Proposals, 'store']).as('proposals.store')
  router.delete('/documents/:id/proposition', [own.Proposals, 'destroy']).as('proposals.destroy')
  router.post('/feuilles', [own.Sheets, 'store']).as('sheets.store')
  router.post('/elements/:id/gels', [own.Holds, 'store']).as('holds.store')
  router.delete('/gels/:hold', [own.Holds, 'destroy']).as('holds.destroy').where('hold', uuid)
  router.post('/dossiers/:id/cloture', [own.Closings, 'store']).as('closings.store')
  router.delete('/dossiers/:id/cloture', [own.Closings, 'destroy']).as('closings.destroy')
  router.put('/dossiers/:id/droits', [own.Rights, 'update']).as('rights.update')
})
  .where('id', uuid)
  .where('slug', /^[a-z0-9-]{1,60}$/)
  .use(can('ged.write'))

tenantRoutes('ged', () => {
  router.post('/espaces', [own.Spaces, 'store']).as('spaces.store')
  router.get('/arrivees', [own.Inlets, 'index']).as('inlets.index')
  router.post('/arrivees', [own.Inlets, 'store']).as('inlets.store')
  router.get('/arrivees/:inlet', [own.Inlets, 'show']).as('inlets.show')
  router.delete('/arrivees/:inlet', [own.Inlets, 'destroy']).as('inlets.destroy')
  router.post('/arrivees/:inlet/essai', [own.InletTries, 'store']).as('inlet_tries.store')
  router.get('/eliminations', [own.Eliminations, 'index']).as('eliminations.index')
  router.post('/eliminations', [own.Eliminations, 'store']).as('eliminations.store')
  router.get('/eliminations/:elimination', [own.Eliminations, 'show']).as('eliminations.show')
  router.get('/eliminations/:elimination/csv', [own.Eliminations, 'file']).as('eliminations.file')
  router
    .delete('/eliminations/:elimination', [own.Eliminations, 'destroy'])
    .as('eliminations.destroy')
  router
    .post('/eliminations/:elimination/visa', [own.EliminationVisas, 'store'])
    .as('elimination_visas.store')
  router
    .delete('/eliminations/:elimination/lignes/:line', [own.EliminationLines, 'destroy'])
    .as('elimination_lines.destroy')
    .where('line', uuid)
  router.post('/types', [own.Types, 'store']).as('types.store')
  router.post('/types/depart', [own.StartingTables, 'store']).as('starting_tables.store')
})
  .where('inlet', uuid)
  .where('elimination', uuid)
  .use(can('ged.open'))

tenantRoutes('ged', () => {
  router.get('/registre', [own.Registers, 'index']).as('registers.index')
  router.get('/registre/csv', [own.Registers, 'file']).as('registers.file')
  router.get('/registre/:type', [own.Registers, 'edit']).as('registers.edit')
  router.put('/registre/:type', [own.Registers, 'update']).as('registers.update')
  router.get('/personnes', [own.PersonSearches, 'index']).as('person_searches.index')
  router.post('/personnes', [own.PersonSearches, 'store']).as('person_searches.store')
  router.get('/personnes/:person', [own.PersonSearches, 'show']).as('person_searches.show')
  router.delete('/personnes/:person', [own.PersonSearches, 'destroy']).as('person_searches.destroy')
  router.get('/personnes/:person/export', [own.PersonExports, 'show']).as('person_exports.show')
})
  .where('type', uuid)
  .where('person', uuid)
  .use(can('ged.privacy'))

/** Whoever has a network counts once: an address of a link is not to be guessed, nor a password tried blindly. */
const throttle = limiter.define('ged_link', (ctx) =>
  limiter
    .allowRequests(120)
    .every('1 minute')
    .usingKey(`ged-link:${networkOf(ctx.request.ip())}`)
)

// Counted before the member's transaction opens: the counter has a connection of its own
router
  .group(() =>
    publicRoutes(
      'ged',
      'somebody without an account reads or deposits by a link that the space gave her',
      () => {
        router.get('/:link', [own.PublicLinks, 'show']).as('links.show')
        router.post('/:link/entree', [own.PublicLinks, 'enter']).as('links.enter')
        router.get('/:link/dossiers/:node', [own.PublicLinks, 'below']).as('links.below')
        router.post('/:link/documents/:node', [own.LinkFiles, 'store']).as('link_files.store')
        router.get('/:link/documents/:node', [own.LinkFiles, 'show']).as('link_files.show')
        router.post('/:link/depots', [own.LinkDeposits, 'store']).as('link_deposits.store')
        router.get('/:link/depots/:box', [own.LinkDeposits, 'show']).as('link_deposits.show')
        router.post('/:link/depots/:box', [own.LinkDeposits, 'update']).as('link_deposits.update')
        router
          .get('/:link/depots/:box/recepisse.zip', [own.LinkDeposits, 'receipt'])
          .as('link_deposits.receipt')
      },
      '/liens',
      true
    ).where('node', uuid)
  )
  .use(throttle)
