import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes } from '#web'

const own = controllers.web.messages

openRoutes('a link of a mail stops the mails of its reader, and does nothing else', () => {
  router.get('/courriels/arret/:link', [own.Stops, 'show']).as('messages.stop.show')
  router.post('/courriels/arret/:link', [own.Stops, 'store']).as('messages.stop.store')
})
