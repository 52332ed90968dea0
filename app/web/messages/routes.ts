import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes } from '#web'

const own = controllers.web.messages

openRoutes(
  'a reader of feeds cannot sign in: the address holds a secret that its owner may revoke',
  () => {
    router.get('/flux-de-taches/:secret/fil.atom', [own.TaskFeeds, 'atom']).as('messages.feed.atom')
    router
      .get('/flux-de-taches/:secret/taches.ics', [own.TaskFeeds, 'calendar'])
      .as('messages.feed.calendar')
  }
)

openRoutes('a link of a mail stops the mails of its reader, and does nothing else', () => {
  router.get('/courriels/arret/:link', [own.Stops, 'show']).as('messages.stop.show')
  router.post('/courriels/arret/:link', [own.Stops, 'store']).as('messages.stop.store')
})
