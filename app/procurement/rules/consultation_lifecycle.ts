import type { Meaning } from '#lib/meaning'

/** What may happen to a consultation, from the need to the archives. */
export const CONSULTATION_LIFECYCLE = {
  draft: { submit: 'in_validation' },
  // The parapheur refuses, the buyer takes it back, or the hour has passed meanwhile
  in_validation: { publish: 'online', refuse: 'draft', withdraw: 'draft' },
  online: { extend: 'online', close: 'closed', abandon: 'abandoned' },
  closed: { open: 'opening', abandon: 'abandoned' },
  opening: { record: 'analysis', abandon: 'abandoned' },
  // Its lots are awarded one by one: it is notified when none of them waits any more
  analysis: { propose: 'awarding', settle: 'notified', abandon: 'abandoned' },
  awarding: { refuse_award: 'analysis', sign: 'signed' },
  signed: { notify: 'notified' },
  notified: { archive: 'archived' },
  archived: {},
  abandoned: {},
  // It stands for ever: nobody publishes, closes or opens it
  rehearsal: {},
} as const

export type ConsultationState = keyof typeof CONSULTATION_LIFECYCLE

/** Each state in French, and the shape that says it. */
export const CONSULTATION_STATES: Record<ConsultationState, { label: string; meaning: Meaning }> = {
  draft: { label: 'Brouillon', meaning: 'waiting' },
  in_validation: { label: 'En validation', meaning: 'doing' },
  online: { label: 'En ligne', meaning: 'doing' },
  closed: { label: 'Close, à ouvrir', meaning: 'waiting' },
  opening: { label: 'Ouverture des plis', meaning: 'doing' },
  analysis: { label: 'Analyse des offres', meaning: 'doing' },
  awarding: { label: 'Attribution en signature', meaning: 'doing' },
  signed: { label: 'Signée, à notifier', meaning: 'waiting' },
  notified: { label: 'Notifiée', meaning: 'done' },
  archived: { label: 'Archivée', meaning: 'done' },
  abandoned: { label: 'Sans suite', meaning: 'trouble' },
  rehearsal: { label: 'Essai, rien ne compte', meaning: 'waiting' },
}

/** What everybody may read. */
export const PUBLIC_STATES: ConsultationState[] = [
  'online',
  'closed',
  'opening',
  'analysis',
  'awarding',
  'signed',
  'notified',
  'archived',
  'abandoned',
]
