import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes } from '#web'

openRoutes('how the platform is used is for everybody; nothing of a member is in it', () => {
  router.get('/aide', [controllers.web.help.Help, 'index']).as('help.index')
  router.get('/aide/nouveautes', [controllers.web.help.Help, 'news']).as('help.news')
  router
    .get('/aide/:page', [controllers.web.help.Help, 'show'])
    .where('page', /^[a-z0-9-]+$/)
    .as('help.show')
})
