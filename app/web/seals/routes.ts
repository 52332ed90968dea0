import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes, publicRoutes } from '#web'

const own = controllers.web.seals

openRoutes('whoever verifies a proof must get our public key from us, not from the proof', () => {
  router.get('/preuves/cle', [own.SealKeys, 'show']).as('seals.key.show')
  router.get('/preuves/cle.pem', [own.SealKeys, 'download']).as('seals.key.download')
})

publicRoutes(
  'kernel',
  'seals that anybody has kept cannot be replaced unseen; they say nothing of what they cover',
  () => {
    router.get('/scelles', [own.PublishedSeals, 'index']).as('seals.index')
    router.get('/scelles.json', [own.PublishedSeals, 'feed']).as('seals.feed')
  },
  '',
  true
)
