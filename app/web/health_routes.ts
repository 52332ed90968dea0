import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes } from '#web'

openRoutes('machines watch the platform; no data of a tenant is shown', () => {
  router.get('/health/live', [controllers.web.Health, 'live']).as('health.live')
  router.get('/health/ready', [controllers.web.Health, 'ready']).as('health.ready')
  router.get('/metrics', [controllers.web.Health, 'metrics']).as('health.metrics')
})
