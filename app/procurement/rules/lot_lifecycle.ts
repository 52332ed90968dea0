import type { Meaning } from '#lib/meaning'

/**
 * The life of a lot: until the plis are opened it is that of its consultation, and from then on its own.
 * Each lot is a marché of its own (L2113-10): awarded, or ended, whatever becomes of the others.
 */
export const LOT_LIFECYCLE = {
  // Nobody answered it: told at the opening (R2122-2, 1°)
  planned: { open: 'analysis', find_none: 'unsuccessful', abandon: 'abandoned' },
  analysis: { propose: 'awarding', fail: 'unsuccessful', abandon: 'abandoned' },
  awarding: { refuse_award: 'analysis', sign: 'signed' },
  signed: { notify: 'notified' },
  notified: {},
  unsuccessful: {},
  abandoned: {},
} as const

export type LotState = keyof typeof LOT_LIFECYCLE

/** Each state in French, and the shape that says it. */
export const LOT_STATES: Record<LotState, { label: string; meaning: Meaning }> = {
  planned: { label: 'À ouvrir', meaning: 'waiting' },
  analysis: { label: 'Analyse des offres', meaning: 'doing' },
  awarding: { label: 'Attribution en signature', meaning: 'doing' },
  signed: { label: 'Signé, à notifier', meaning: 'waiting' },
  notified: { label: 'Notifié', meaning: 'done' },
  unsuccessful: { label: 'Infructueux', meaning: 'trouble' },
  abandoned: { label: 'Sans suite', meaning: 'trouble' },
}

/** Where a lot is given to somebody, or about to be. */
export const LOT_AWARDED: LotState[] = ['awarding', 'signed', 'notified']

/** Where a lot goes no further. */
export const LOT_ENDS: LotState[] = ['notified', 'unsuccessful', 'abandoned']

/** What the buyer ends a lot by, once its offers are read; the reason goes to who answered. */
export const LOT_ENDINGS = {
  fail: 'Infructueux : aucune offre ne convient (R2122-2)',
  abandon: 'Sans suite : le besoin ou l’intérêt général a changé (R2185-1)',
} as const
export type LotEnding = keyof typeof LOT_ENDINGS
