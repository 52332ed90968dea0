import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '../../middleware.js'
import { openRoutes } from '../../routes.js'

openRoutes(
  'a drop box is for who holds its token, which nobody guesses and which opens nothing else',
  () => {
    router
      .group(() => {
        router.post('/', [controllers.web.uploads.drops.Drops, 'store']).as('store')
        router.get('/:id', [controllers.web.uploads.drops.Drops, 'show']).as('show')
        router.patch('/:id', [controllers.web.uploads.drops.Drops, 'update']).as('update')
        router.put('/:id/:rank', [controllers.web.uploads.drops.Drops, 'put']).as('put')
        router.post('/:id/fin', [controllers.web.uploads.drops.Drops, 'keep']).as('keep')
        router.delete('/:id', [controllers.web.uploads.drops.Drops, 'destroy']).as('destroy')
      })
      .prefix('/depot/:token')
      .as('drops')
      .where('id', router.matchers.uuid())
      .where('rank', /^\d{1,6}$/)
      .use(middleware.dropBox())
  }
)
