import type { Meaning } from '#lib/meaning'
import type { ActeEvent, ActeState } from './lifecycle.js'

/** How each state is said and what it means to the agent (look: a word, a shape, a colour). */
export const ACTE_STATE_WORDS: Record<ActeState, { label: string; meaning: Meaning }> = {
  draft: { label: 'Brouillon', meaning: 'plain' },
  in_circuit: { label: 'En cours de signature', meaning: 'waiting' },
  refused: { label: 'Refusé par le parapheur', meaning: 'trouble' },
  signed: { label: 'Signé', meaning: 'doing' },
  transmitting: { label: 'Transmission en cours', meaning: 'doing' },
  transmitted: { label: 'Transmis', meaning: 'waiting' },
  anomaly: { label: 'Anomalie', meaning: 'trouble' },
  acknowledged: { label: 'Reçu en préfecture', meaning: 'done' },
  published: { label: 'Publié', meaning: 'done' },
  archived: { label: 'Archivé', meaning: 'done' },
  cancelling: { label: 'Annulation demandée', meaning: 'waiting' },
  cancelled: { label: 'Transmission annulée', meaning: 'plain' },
}

/** How what happened to an acte is said in its thread. */
export const ACTE_EVENT_WORDS: Record<ActeEvent, [string, Meaning]> = {
  submit: ['Envoyé au parapheur', 'doing'],
  sign: ['Signé', 'done'],
  refuse: ['Refusé par le parapheur', 'trouble'],
  withdraw: ['Repris avant signature', 'plain'],
  reopen: ['Brouillon repris', 'plain'],
  transmit: ['Transmission demandée', 'doing'],
  hand_over: ['Remis au ministère', 'done'],
  reject: ['Refusé à l’envoi', 'trouble'],
  acknowledge: ['Reçu en préfecture', 'done'],
  report_anomaly: ['Anomalie signalée par la préfecture', 'trouble'],
  publish: ['Tamponné et publié', 'done'],
  publish_copy: ['Copie expurgée publiée', 'done'],
  unpublish: ['Retiré du registre public', 'trouble'],
  archive: ['Archivé avec ses preuves', 'done'],
  cancel: ['Annulation demandée', 'waiting'],
  confirm_cancellation: ['Annulation confirmée', 'done'],
  give_up_cancellation: ['Annulation refusée par la préfecture', 'trouble'],
  keep_published: ['Annulation refusée par la préfecture', 'trouble'],
  keep_archived: ['Annulation refusée par la préfecture', 'trouble'],
}
