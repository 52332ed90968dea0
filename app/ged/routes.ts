import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const own = controllers.ged
const uuid = router.matchers.uuid()

/** Each place and document says itself who reads it: a guest has no other permission here. */
tenantRoutes('ged', () => {
  router.get('/', [own.Spaces, 'index']).as('spaces.index')
  router.get('/corbeille', [own.Trash, 'index']).as('trash.index')
  router.get('/types', [own.Types, 'index']).as('types.index')
  router.get('/espaces/:slug', [own.Spaces, 'show']).as('spaces.show')
  router
    .get('/espaces/:slug/liste/:format', [own.PlaceLists, 'file'])
    .as('space_lists.file')
    .where('format', FORMATS)
  router.get('/espaces/:slug/lot', [own.PlaceLists, 'show']).as('space_lists.show')
  router.post('/espaces/:slug/lot', [own.PlaceLists, 'store']).as('space_lists.store')
  router
    .get('/dossiers/:id/liste/:format', [own.PlaceLists, 'file'])
    .as('folder_lists.file')
    .where('format', FORMATS)
  router.get('/dossiers/:id/lot', [own.PlaceLists, 'show']).as('folder_lists.show')
  router.post('/dossiers/:id/lot', [own.PlaceLists, 'store']).as('folder_lists.store')
  router.get('/recherche', [own.Searches, 'index']).as('searches.index')
  router.get('/espaces/:slug/partage', [own.Shares, 'index']).as('shares.index')
  router.get('/dossiers/:id', [own.Folders, 'show']).as('folders.show')
  router.get('/documents/:id', [own.Documents, 'show']).as('documents.show')
  router.get('/documents/:id/fichier', [own.Files, 'show']).as('files.show')
})
  .where('id', uuid)
  .where('slug', /^[a-z0-9-]{1,60}$/)
  .use(can('ged.read'))

tenantRoutes('ged', () => {
  router.post('/espaces/:slug/partage', [own.Shares, 'store']).as('shares.store')
  router
    .delete('/espaces/:slug/partage/:guest', [own.Shares, 'destroy'])
    .as('shares.destroy')
    .where('guest', uuid)
  router.post('/espaces/:slug/dossiers', [own.Folders, 'store']).as('folders.store')
  router.post('/espaces/:slug/documents', [own.Documents, 'store']).as('documents.store')
  router.post('/documents/:id/versions', [own.Versions, 'store']).as('versions.store')
  router.put('/documents/:id', [own.Documents, 'update']).as('documents.update')
  router.put('/elements/:id/nom', [own.Names, 'update']).as('names.update')
  router.put('/elements/:id/place', [own.Places, 'update']).as('places.update')
  router.post('/elements/:id/corbeille', [own.Trash, 'store']).as('trash.store')
  router.delete('/elements/:id/corbeille', [own.Trash, 'destroy']).as('trash.destroy')
  router.put('/dossiers/:id/droits', [own.Rights, 'update']).as('rights.update')
})
  .where('id', uuid)
  .where('slug', /^[a-z0-9-]{1,60}$/)
  .use(can('ged.write'))

tenantRoutes('ged', () => {
  router.post('/espaces', [own.Spaces, 'store']).as('spaces.store')
  router.post('/types', [own.Types, 'store']).as('types.store')
}).use(can('ged.open'))
