import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, openRoutes, personRoutes, pieceRoutes, publicRoutes, tenantRoutes } from '#web'

tenantRoutes(
  'portal',
  () => {
    router.get('/', [controllers.portal.Home, 'show']).as('home.show').use(can('portal.read'))
    router
      .get('/recherche', [controllers.portal.Searches, 'show'])
      .as('searches.show')
      .use(can('portal.read'))
    router
      .get('/recherche/suggestions', [controllers.portal.Searches, 'index'])
      .as('searches.index')
      .use(can('portal.read'))
    router
      .get('/evenements', [controllers.portal.News, 'index'])
      .as('news.index')
      .use(can('portal.read'))
    router
      .get('/flux', [controllers.portal.Streams, 'show'])
      .as('streams.show')
      .use(can('portal.read'))
  },
  ''
)

pieceRoutes('portal', () => {
  router.post('/depots', [controllers.portal.Uploads, 'store']).as('uploads.store')
  router.get('/depots/:id', [controllers.portal.Uploads, 'show']).as('uploads.show')
  router.patch('/depots/:id', [controllers.portal.Uploads, 'update']).as('uploads.update')
  router.delete('/depots/:id', [controllers.portal.Uploads, 'destroy']).as('uploads.destroy')
})
  .where('id', router.matchers.uuid())
  .use(can('portal.upload'))

personRoutes(() => {
  router.get('/mes-taches', [controllers.portal.Tasks, 'index']).as('portal.tasks.index')
})

openRoutes('the front page and the legal pages of the platform are for everybody', () => {
  router.get('/', [controllers.portal.Front, 'show']).as('portal.front.show')
  router
    .get('/accessibilite', [controllers.portal.Legal, 'accessibility'])
    .as('portal.accessibility')
  router.get('/mentions-legales', [controllers.portal.Legal, 'notices']).as('portal.notices')
  router.get('/donnees-personnelles', [controllers.portal.Legal, 'privacy']).as('portal.privacy')
})

publicRoutes(
  'portal',
  'the public home of a collectivite says what it publishes',
  () => {
    router.get('/', [controllers.portal.Towns, 'show']).as('towns.show')
    router.get('/accessibilite', [controllers.portal.Legal, 'accessibility']).as('accessibility')
    router.get('/mentions-legales', [controllers.portal.Legal, 'notices']).as('notices')
    router.get('/donnees-personnelles', [controllers.portal.Legal, 'privacy']).as('privacy')
  },
  ''
)
