import router from '@adonisjs/core/services/router'

/** Put on the routes by which companies deposit: our faults are kept. */
export const { watchDeposit } = router.named({
  watchDeposit: () => import('#app/procurement/availability/watch_deposit_middleware'),
})
