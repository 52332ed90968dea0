import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { operatorRoutes } from '#web'

const { Probes } = controllers.procurement.outside
const uuid = router.matchers.uuid()

operatorRoutes(() => {
  router.get('/sondes', [Probes, 'index']).as('outside_probes.index')
  router.post('/sondes', [Probes, 'store']).as('outside_probes.store')
  router.post('/sondes/:id/cle', [Probes, 'rotate']).as('outside_probes.rotate').where('id', uuid)
  router
    .post('/sondes/:id/revocation', [Probes, 'destroy'])
    .as('outside_probes.destroy')
    .where('id', uuid)
})
