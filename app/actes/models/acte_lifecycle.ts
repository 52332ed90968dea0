import { defineLifecycle } from '#kernel/lifecycle'
import { ACTE_LIFECYCLE } from '../rules/lifecycle.js'

/** The life of an acte (rules/lifecycle), with its lock, its history, its proof, and who waits for what. */
export const acteLifecycle = defineLifecycle(ACTE_LIFECYCLE, {
  of: 'actes.actes',
  waiting: {
    'actes.transmit': ['signed'],
    'actes.refused': ['refused'],
    'actes.anomaly': ['anomaly'],
    'actes.late': ['transmitting', 'transmitted', 'cancelling'],
  },
})
