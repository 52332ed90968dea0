import { defineLifecycle } from '#kernel/lifecycle'
import { TRANSMISSION_LIFECYCLE } from '../rules/transmission_lifecycle.js'

/** The life of a transmission (rules/transmission_lifecycle); its acte has the history and the proof. */
export const transmissionLifecycle = defineLifecycle(TRANSMISSION_LIFECYCLE, {
  of: 'actes.transmissions',
})
