import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { outsiderRoutes } from '#rooms/outsiders'
import { watchDeposit } from './availability/watch_deposit.js'

const { backup, deposit, lastKey } = controllers.procurement
const uuid = router.matchers.uuid()

outsiderRoutes(() => {
  const { Plis } = deposit
  router.get('/', [Plis, 'index']).as('plis.index')
  router.post('/plis', [Plis, 'store']).as('plis.store')
  router.post('/copies', [backup.DeclaredCopies, 'store']).as('declared_copies.store')
  router.get('/plis/:pli', [Plis, 'show']).as('plis.show')
  router
    .put('/plis/:pli/morceaux/:sha256', [Plis, 'piece'])
    .as('plis.piece')
    .where('sha256', /^[0-9a-f]{64}$/)
  router.post('/plis/:pli/scellement', [Plis, 'seal']).as('plis.seal')
  router.post('/plis/:pli/retrait', [Plis, 'withdraw']).as('plis.withdraw')
  router.get('/plis/:pli/recepisse.json', [Plis, 'receipt']).as('plis.receipt')
  router.get('/plis/:pli/horodatage.tsr', [Plis, 'token']).as('plis.token')
  router.get('/plis/:pli/pli.zip', [lastKey.LastKeys, 'show']).as('last_keys.show')
  router.post('/plis/:pli/cle', [lastKey.LastKeys, 'store']).as('last_keys.store')
  router.get('/plis/:pli/lettre.pdf', [Plis, 'letter']).as('plis.letter')
})
  .prefix('/moi/marches/:tenant/:id')
  .as('procurement')
  .where('id', uuid)
  .where('pli', uuid)
  .use(watchDeposit())
