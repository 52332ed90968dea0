import { defineLifecycle } from '#kernel/lifecycle'
import { LOT_LIFECYCLE } from '../rules/lot_lifecycle.js'

export const lotLifecycle = defineLifecycle(LOT_LIFECYCLE, {
  of: 'procurement.lots',
  waiting: { 'procurement.notify_lot': ['signed'] },
})

export type LotEvent = (typeof lotLifecycle.events)[number]
