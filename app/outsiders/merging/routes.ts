import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { outsiderRoutes } from '#app/outsiders/doors/outsider_routes'

const { Merges } = controllers.outsiders.merging

outsiderRoutes(() => {
  router.get('/', [Merges, 'index']).as('index')
  router.post('/', [Merges, 'store']).as('store')
  router.post('/:id/separation', [Merges, 'destroy']).as('destroy')
})
  .prefix('/moi/comptes')
  .as('outsiders.merges')
