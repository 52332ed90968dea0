import { defineLifecycle } from '#kernel/lifecycle'
import { PLI_LIFECYCLE } from '../rules/pli_lifecycle.js'

export const pliLifecycle = defineLifecycle(PLI_LIFECYCLE, { of: 'procurement.plis' })

export type PliEvent = (typeof pliLifecycle.events)[number]
