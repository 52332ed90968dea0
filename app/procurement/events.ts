import { defineEvent } from '#kernel/events'

export const awardNotified = defineEvent<{ consultationId: string }>(
  'procurement.award_notified',
  1
)
