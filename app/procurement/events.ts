import { defineEvent } from '#kernel/events'

export const awardNotified = defineEvent<{ consultationId: string }>(
  'procurement.award_notified',
  1
)
export const consultationPublished = defineEvent<{ consultationId: string }>(
  'procurement.consultation_published',
  1
)
/** Its hour moved, it is given up, a question is answered, or its documents are others. */
export const consultationChanged = defineEvent<{ consultationId: string; changeId: string }>(
  'procurement.consultation_changed',
  1
)
export const consultationClosed = defineEvent<{ consultationId: string }>(
  'procurement.consultation_closed',
  1
)
/** Told from the hour on: before, whoever hears would count the bidders. */
export const pliReceived = defineEvent<{ consultationId: string; pliId: string }>(
  'procurement.pli_received',
  1
)
/** Its lots have all ended, each its own way, and one at least is notified. */
export const consultationSettled = defineEvent<{ consultationId: string }>(
  'procurement.consultation_settled',
  1
)
/** It names nobody: who asks is not known before the hour. */
export const questionAsked = defineEvent<{ consultationId: string; questionId: string }>(
  'procurement.question_asked',
  1
)
/** To everybody, on the public page. */
export const questionAnswered = defineEvent<{ consultationId: string; questionId: string }>(
  'procurement.question_answered',
  1
)
export const decpPublished = defineEvent<{ consultationId: string }>(
  'procurement.decp_published',
  1
)
