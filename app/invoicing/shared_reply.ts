import type { SharedForm } from '#web/forms/shared_form'
import type Invoice from './models/invoice.js'

/** What an agent has before her eyes when she answers an invoice: where it is, and what the portal said. */
export const sharedReply = ({ id, state, folderId }: Invoice): SharedForm => ({
  key: `invoice:${id}`,
  what: 'cette facture',
  stored: { state, folderId },
  labels: { state: 'L’état de la facture', folderId: 'Le certificat de service fait' },
})
