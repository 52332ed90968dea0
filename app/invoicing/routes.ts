import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import limiter from '@adonisjs/limiter/services/main'
import { networkOf } from '#lib/net/network'
import { can, openRoutes, operatorRoutes, publicRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const own = controllers.invoicing
const uuid = router.matchers.uuid()

tenantRoutes(
  'invoicing',
  () => {
    router.get('/', [own.Invoices, 'index']).as('invoices.index')
    router
      .get('/liste/:format', [own.InvoiceLists, 'file'])
      .as('lists.file')
      .where('format', FORMATS)
    router.post('/vues', [own.InvoiceLists, 'keep']).as('lists.keep')
    router.delete('/vues/:id', [own.InvoiceLists, 'forget']).as('lists.forget')
    router.get('/lot', [own.InvoiceLists, 'show']).as('lists.show')
    // Each gesture asks for its own permission
    router.post('/lot', [own.InvoiceLists, 'store']).as('lists.store')
    router.get('/commandes', [own.Orders, 'index']).as('orders.index')
    router
      .get('/commandes/liste/:format', [own.Orders, 'file'])
      .as('orders.file')
      .where('format', FORMATS)
    router.get('/delais', [own.PaymentDelays, 'index']).as('payment_delays.index')
    router.get('/flux', [own.Flows, 'index']).as('flows.index')
    router.get('/flux/liste/:format', [own.Flows, 'file']).as('flows.file').where('format', FORMATS)
    router.get('/:id', [own.Invoices, 'show']).as('invoices.show')
    router.get('/:id/delai', [own.Delays, 'show']).as('delays.show')
    router
      .get('/:id/documents/:document', [own.InvoiceDocuments, 'show'])
      .as('documents.show')
      .where('document', uuid)
  },
  '/factures'
)
  .where('id', uuid)
  .use(can('invoicing.read'))

tenantRoutes(
  'invoicing',
  () => {
    router.post('/commandes', [own.Orders, 'store']).as('orders.store')
    router.post('/:id/compte', [own.Accounts, 'store']).as('accounts.store')
    router.post('/flux/rappels', [own.Flows, 'store']).as('flows.store')
    router.delete('/flux/rappels', [own.Flows, 'destroy']).as('flows.destroy')
    router.post('/releve', [own.Pulls, 'store']).as('pulls.store')
    router.post('/:id/service-fait', [own.Services, 'store']).as('services.store')
    router.delete('/:id/service-fait', [own.Services, 'destroy']).as('services.destroy')
    router.post('/:id/mandat', [own.Mandats, 'store']).as('mandats.store')
    router.post('/:id/reponse', [own.Replies, 'store']).as('replies.store')
    router.post('/:id/suivi', [own.FollowMails, 'store']).as('follow_mails.store')
    router.post('/:id/reprise', [own.Resumptions, 'store']).as('resumptions.store')
  },
  '/factures'
)
  .where('id', uuid)
  .use(can('invoicing.write'))

publicRoutes(
  'invoicing',
  'a supplier without an account follows her invoice by a link that we signed',
  () => {
    router.get('/suivi/:link', [own.Followings, 'show']).as('followings.show')
  },
  '/factures',
  true
)

operatorRoutes(() => {
  router.get('/factures', [own.PlatformInvoicing, 'index']).as('invoicing.platform.index')
  router.post('/factures/taux', [own.EcbRates, 'store']).as('invoicing.rates.store')
})

/** Judging a file costs processor time, and anybody may ask: whoever has a network counts once. */
const throttle = limiter.define('invoice_check', (ctx) =>
  limiter
    .allowRequests(20)
    .every('1 minute')
    .usingKey(`invoice-check:${networkOf(ctx.request.ip())}`)
)

publicRoutes(
  'invoicing',
  'the approved platform of a member tells that a flow moved; what it says is signed',
  () => {
    router.post('/rappels/:door', [own.Callbacks, 'store']).as('callbacks.store')
  },
  '/factures',
  true
)

openRoutes(
  'a supplier without an account checks her file before she sends it; nothing of it is kept',
  () => {
    router.get('/factures/verifier', [own.SupplierChecks, 'create']).as('invoicing.checks.create')
    router
      .post('/factures/verifier', [own.SupplierChecks, 'store'])
      .as('invoicing.checks.store')
      .use(throttle)
  }
)
