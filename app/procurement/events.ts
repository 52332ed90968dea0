import { defineEvent } from '#kernel/events'

export const consultationPublished = defineEvent<{ consultationId: string }>(
  'procurement.consultation_published',
  1
)
export const awardNotified = defineEvent<{ consultationId: string }>(
  'procurement.award_notified',
  1
)
