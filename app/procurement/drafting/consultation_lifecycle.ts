import { defineLifecycle } from '#kernel/lifecycle'
import { CONSULTATION_LIFECYCLE } from '../rules/consultation_lifecycle.js'

export const consultationLifecycle = defineLifecycle(CONSULTATION_LIFECYCLE, {
  of: 'procurement.consultations',
  waiting: {
    'procurement.open': ['closed', 'opening'],
    'procurement.analyse': ['analysis'],
    'procurement.notify': ['signed'],
  },
})

export type ConsultationEvent = (typeof consultationLifecycle.events)[number]
