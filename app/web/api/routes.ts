import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes } from '#web'

const own = controllers.web.api

openRoutes('how to ask is no secret: nothing of a member is in it', () => {
  router.get('/api/v1', [own.Documentation, 'show']).as('documentation.show')
  router.get('/api/v1/openapi.json', [own.Documentation, 'document']).as('documentation.document')
})
