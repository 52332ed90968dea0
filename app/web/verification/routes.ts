import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { openRoutes } from '#web'
import { networkOf } from '#lib/net/network'
import limiter from '@adonisjs/limiter/services/main'

/** Reading a signature costs processor time, and anybody may ask: whoever has a network counts once. */
const throttle = limiter.define('verification', (ctx) =>
  limiter
    .allowRequests(20)
    .every('1 minute')
    .usingKey(`verify:${networkOf(ctx.request.ip())}`)
)

openRoutes('anybody who holds a document may ask who signed it; nothing of it is kept', () => {
  router
    .get('/verifier', [controllers.web.verification.Verifications, 'create'])
    .as('verification.create')
  router
    .post('/verifier', [controllers.web.verification.Verifications, 'store'])
    .as('verification.store')
    .use(throttle)
})
