import router from '@adonisjs/core/services/router'
import limiter from '@adonisjs/limiter/services/main'
import { controllers } from '#generated/controllers'
import { networkOf } from '#lib/net/network'
import { can, publicRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const { Doors, ExchangeLists, Exchanges, Gestures, Layings } = controllers.exchange
const uuid = router.matchers.uuid()
const ADDRESS = '/echanges'

tenantRoutes(
  'exchange',
  () => {
    router.get('/', [Exchanges, 'index']).as('exchanges.index')
    router.get('/liste/:format', [ExchangeLists, 'show']).as('lists.show').where('format', FORMATS)
    router.post('/vues', [ExchangeLists, 'keep']).as('lists.keep')
    router.delete('/vues/:id', [ExchangeLists, 'forget']).as('lists.forget')
    router.get('/:id', [Exchanges, 'show']).as('exchanges.show')
    router.get('/:id/fichiers/:file', [Gestures, 'file']).as('gestures.file').where('file', uuid)
    router
      .get('/:id/recepisses/:recipient', [Gestures, 'receipt'])
      .as('gestures.receipt')
      .where('recipient', uuid)
  },
  ADDRESS
)
  .where('id', uuid)
  .use(can('exchange.read'))

tenantRoutes(
  'exchange',
  () => {
    router.get('/nouveau', [Exchanges, 'create']).as('exchanges.create')
    router.post('/', [Exchanges, 'store']).as('exchanges.store')
    router.post('/:id/fichiers', [Gestures, 'box']).as('gestures.box')
    router.post('/:id/envoi', [Gestures, 'send']).as('gestures.send')
    router.post('/:id/retrait', [Gestures, 'revoke']).as('gestures.revoke')
    router.post('/:id/effacement', [Gestures, 'purge']).as('gestures.purge')
    router.post('/:id/prise', [Gestures, 'take']).as('gestures.take')
  },
  ADDRESS
)
  .where('id', uuid)
  .use(can('exchange.write'))

/** Whoever has a network counts once: neither an address nor a code is to be guessed. */
const throttle = limiter.define('exchange_door', (ctx) =>
  limiter
    .allowRequests(120)
    .every('1 minute')
    .usingKey(`exchange-door:${networkOf(ctx.request.ip())}`)
)

// Counted before the member's transaction opens: the counter has a connection of its own
router
  .group(() =>
    publicRoutes(
      'exchange',
      'somebody outside takes or lays files by the address that she was mailed, and a code',
      () => {
        router.get('/:door', [Doors, 'show']).as('doors.show')
        router.post('/:door/code', [Doors, 'code']).as('doors.code')
        router.post('/:door/entree', [Doors, 'enter']).as('doors.enter')
        router.get('/:door/fichiers/:file', [Doors, 'file']).as('doors.file').where('file', uuid)
        router.get('/:door/recepisse.zip', [Doors, 'receipt']).as('doors.receipt')
        router.post('/:door/depot', [Layings, 'begin']).as('layings.begin')
        router.post('/:door/fin', [Layings, 'end']).as('layings.end')
      },
      ADDRESS,
      true
    )
  )
  .use(throttle)
