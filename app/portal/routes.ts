import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, openRoutes, personRoutes, pieceRoutes, publicRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

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
      .get('/premiers-pas', [controllers.portal.Beginnings, 'show'])
      .as('beginnings.show')
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

tenantRoutes(
  'portal',
  () => {
    router.get('/', [controllers.portal.PublicSide, 'edit']).as('public_side.edit')
    router.put('/', [controllers.portal.PublicSide, 'update']).as('public_side.update')
    router.post('/ouverture', [controllers.portal.PublicSide, 'open']).as('public_side.open')
    router.get('/images/:kind', [controllers.portal.PublicImages, 'preview']).as('images.preview')
    router.post('/images/:kind', [controllers.portal.PublicImages, 'store']).as('images.store')
    router
      .post('/images/:kind/retrait', [controllers.portal.PublicImages, 'destroy'])
      .as('images.destroy')
  },
  '/cote-public'
)
  .where('kind', /^(blason|logo)$/)
  .use(can('portal.settle'))

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
  router
    .get('/mes-taches/liste/:format', [controllers.portal.Tasks, 'file'])
    .as('portal.tasks.file')
    .where('format', FORMATS)
  router.post('/mes-taches/vues', [controllers.portal.Tasks, 'keep']).as('portal.tasks.keep')
  router
    .delete('/mes-taches/vues/:id', [controllers.portal.Tasks, 'forget'])
    .as('portal.tasks.forget')
  router
    .get('/recherche', [controllers.portal.WideSearches, 'show'])
    .as('portal.wide_searches.show')
})

openRoutes('where everything is, for whoever looks for it; her own pages if she is known', () => {
  router.get('/plan-du-site', [controllers.portal.SiteMap, 'show']).as('portal.site_map.show')
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
    router
      .get('/images/:kind', [controllers.portal.PublicImages, 'show'])
      .as('images.show')
      .where('kind', /^(blason|logo)$/)
    router.get('/accessibilite', [controllers.portal.Legal, 'accessibility']).as('accessibility')
    router.get('/mentions-legales', [controllers.portal.Legal, 'notices']).as('notices')
    router.get('/donnees-personnelles', [controllers.portal.Legal, 'privacy']).as('privacy')
  },
  ''
)
