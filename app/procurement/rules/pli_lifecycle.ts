import type { Meaning } from '#lib/meaning'

/** The life of a pli. What is late is received and kept, and never opened (R2151-5). */
export const PLI_LIFECYCLE = {
  draft: { seal: 'sealed', arrive_late: 'late' },
  // R2151-6: of several, only the last one received in time is opened
  sealed: {
    replace: 'replaced',
    withdraw: 'withdrawn',
    open: 'opened',
    fail: 'unreadable',
    set_aside: 'set_aside',
  },
  replaced: {},
  // Before the hour, by who deposited it
  withdrawn: {},
  late: {},
  opened: { retain: 'retained', reject: 'rejected' },
  // Until the session ends: other holders may still open it, or the key that its bidder kept
  unreadable: { open: 'opened', set_aside: 'set_aside' },
  // The procès-verbal tells it unopened: nothing opens it any more
  set_aside: {},
  retained: {},
  rejected: {},
} as const

export type PliState = keyof typeof PLI_LIFECYCLE

/** Each state in French, and the shape that says it. */
export const PLI_STATES: Record<PliState, { label: string; meaning: Meaning }> = {
  draft: { label: 'Pas encore déposé', meaning: 'waiting' },
  sealed: { label: 'Déposé', meaning: 'done' },
  replaced: { label: 'Remplacé', meaning: 'done' },
  withdrawn: { label: 'Retiré', meaning: 'done' },
  late: { label: 'Hors délai', meaning: 'trouble' },
  opened: { label: 'Ouvert', meaning: 'done' },
  unreadable: { label: 'Ne s’ouvre pas', meaning: 'trouble' },
  set_aside: { label: 'Non ouvert', meaning: 'trouble' },
  retained: { label: 'Retenu', meaning: 'done' },
  rejected: { label: 'Non retenu', meaning: 'done' },
}

/** As programs read it (CONTRACTS §4). */
export const TOLD: Record<PliState, string> = {
  draft: 'brouillon',
  sealed: 'scelle',
  replaced: 'remplace',
  withdrawn: 'retire',
  late: 'hors_delai',
  opened: 'ouvert',
  unreadable: 'illisible',
  set_aside: 'non_ouvert',
  retained: 'ouvert',
  rejected: 'ouvert',
}
