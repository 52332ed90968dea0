import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, tenantRoutes } from '#web'

const own = controllers.webhooks
const uuid = router.matchers.uuid()

tenantRoutes('webhooks', () => {
  router.get('/', [own.Webhooks, 'index']).as('webhooks.index')
  router.get('/nouveau', [own.Webhooks, 'create']).as('webhooks.create')
  router.post('/', [own.Webhooks, 'store']).as('webhooks.store')
  router.get('/:id', [own.Webhooks, 'show']).as('webhooks.show')
  router.get('/:id/modifier', [own.Webhooks, 'edit']).as('webhooks.edit')
  router.put('/:id', [own.Webhooks, 'update']).as('webhooks.update')
  router.delete('/:id', [own.Webhooks, 'destroy']).as('webhooks.destroy')
  router.post('/:id/essai', [own.Trials, 'store']).as('trials.store')
  router.post('/:id/arret', [own.Stops, 'store']).as('stops.store')
  router.post('/:id/reprise', [own.Stops, 'destroy']).as('stops.destroy')
  router.post('/:id/secret', [own.Secrets, 'store']).as('secrets.store')
  router.post('/:id/secret/fin', [own.Secrets, 'destroy']).as('secrets.destroy')
  router.post('/:id/renvois', [own.Deliveries, 'storeMissed']).as('deliveries.store_missed')
  router.get('/:id/envois/:delivery', [own.Deliveries, 'show']).as('deliveries.show')
  router.post('/:id/envois/:delivery/renvoi', [own.Deliveries, 'store']).as('deliveries.store')
})
  .use(can('webhooks.manage'))
  .where('id', uuid)
  .where('delivery', uuid)
