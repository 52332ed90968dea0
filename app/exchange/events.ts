import { defineEvent } from '#kernel/events'

/** Files were sent, or asked for: those whom it concerns are mailed. */
export const exchangeOpened = defineEvent<{ exchangeId: string }>('exchange.exchange_opened', 1)

/** Somebody outside has ended laying what was asked of her, or her reply. */
export const filesLaid = defineEvent<{ exchangeId: string; recipientId: string }>(
  'exchange.files_laid',
  1
)

/** Somebody outside was given all that was sent to her. */
export const filesDelivered = defineEvent<{ exchangeId: string; recipientId: string }>(
  'exchange.files_delivered',
  1
)
