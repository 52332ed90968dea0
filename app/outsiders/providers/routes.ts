import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { outsiderRoutes } from '#app/outsiders/doors/outsider_routes'
import { openRoutes, operatorRoutes, personRoutes } from '#web'

const { ProviderExits, ProviderLinks, ProviderSignIn, ProviderTies, ProviderTrials, Providers } =
  controllers.outsiders.providers

openRoutes('whoever comes in is not known yet: her provider says who she is', () => {
  router.get('/connexion/avec/:provider', [ProviderSignIn, 'show']).as('providers.begin')
  router.get('/connexion/avec/:provider/retour', [ProviderSignIn, 'update']).as('providers.back')
  router.get('/connexion/avec/:provider/quitter', [ProviderExits, 'show']).as('providers.leave')
  router.get('/connexion/avec/:provider/sortie', [ProviderExits, 'update']).as('providers.left')
}).as('outsiders')

outsiderRoutes(() => {
  router.post('/moi/comptes/fournisseurs/:provider', [ProviderLinks, 'store']).as('store')
}).as('outsiders.provider_links')

personRoutes(() => {
  router.get('/compte/fournisseurs', [ProviderTies, 'index']).as('providers.index')
  router.post('/compte/fournisseurs/:provider', [ProviderTies, 'store']).as('providers.store')
  router.post('/compte/fournisseurs/:id/retrait', [ProviderTies, 'destroy']).as('providers.destroy')
}).as('account')

operatorRoutes(() => {
  router.get('/identites', [Providers, 'index']).as('providers.index')
  router.get('/identites/nouveau', [Providers, 'create']).as('providers.create')
  router.post('/identites', [Providers, 'store']).as('providers.store')
  router.get('/identites/:id', [Providers, 'edit']).as('providers.edit')
  router.put('/identites/:id', [Providers, 'update']).as('providers.update')
  router.post('/identites/:id/essai', [ProviderTrials, 'store']).as('providers.try')
})
