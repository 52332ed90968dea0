import type { Meaning } from '#lib/meaning'
import type { ActeState } from './lifecycle.js'

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
