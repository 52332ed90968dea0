import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes } from '#kernel/http'

openRoutes('machines watch the platform; no data of a tenant is shown', () => {
  router.get('/health/live', [controllers.kernel.http.Health, 'live']).as('health.live')
  router.get('/health/ready', [controllers.kernel.http.Health, 'ready']).as('health.ready')
  router.get('/metrics', [controllers.kernel.http.Health, 'metrics']).as('health.metrics')
})
