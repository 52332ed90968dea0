import type { Meaning } from '#lib/meaning'

/** In which form companies answer (R2142-20, R2142-24): alone, or in a group of several. */
export const FORMS = {
  alone: { label: 'Seul', help: 'Votre entreprise répond sans cotraitant.' },
  conjoint: {
    label: 'Groupement conjoint',
    help: 'Chaque membre n’est tenu que de sa part.',
  },
  conjoint_solidary: {
    label: 'Groupement conjoint, mandataire solidaire',
    help: 'Chaque membre n’est tenu que de sa part ; le mandataire répond de tous.',
  },
  solidaire: {
    label: 'Groupement solidaire',
    help: 'Chaque membre est tenu de tout le marché.',
  },
} as const
export type CandidatureForm = keyof typeof FORMS

/** What the national schema of the essential data calls each. */
export const DECP_FORMS: Record<CandidatureForm, string> = {
  alone: 'Pas de groupement',
  conjoint: 'Conjoint',
  conjoint_solidary: 'Conjoint',
  solidaire: 'Solidaire',
}

/** A member of a group, from the invitation on. Its mandataire begins where others arrive. */
export const MEMBER_LIFECYCLE = {
  awaited: { accept: 'accepted', refuse: 'refused', remove: 'removed' },
  accepted: { fill: 'ready', leave: 'left', remove: 'removed' },
  ready: { fill: 'ready', leave: 'left', remove: 'removed' },
  refused: {},
  left: {},
  removed: {},
} as const
export type MemberState = keyof typeof MEMBER_LIFECYCLE

export const MEMBER_STATES: Record<MemberState, { label: string; meaning: Meaning }> = {
  awaited: { label: 'Invitée', meaning: 'waiting' },
  accepted: { label: 'Acceptée, à remplir', meaning: 'doing' },
  ready: { label: 'Prête', meaning: 'done' },
  refused: { label: 'A refusé', meaning: 'trouble' },
  left: { label: 'S’est retirée', meaning: 'trouble' },
  removed: { label: 'Écartée', meaning: 'done' },
}

/** Those who answer, or are asked to. */
export const LIVING: MemberState[] = ['awaited', 'accepted', 'ready']

export interface Shared {
  company: string
  state: MemberState
  /** `60.00`, in percent of the amount; null while nobody said. */
  part: string | null
}

/** What a candidature still lacks before its mandataire seals it, in sentences; nothing when it is whole. */
export function lacksOf(form: CandidatureForm, members: Shared[]): string[] {
  const living = members.filter(({ state }) => LIVING.includes(state))
  const waiting = living.filter(({ state }) => state !== 'ready')
  const lacks = waiting.map(({ company, state }) =>
    state === 'awaited'
      ? `« ${company} » n’a pas encore répondu à l’invitation.`
      : `La candidature de « ${company} » reste à remplir.`
  )
  if (form === 'alone')
    return living.length > 1
      ? [...lacks, 'Vous avez des cotraitants : choisissez la forme du groupement.']
      : lacks
  if (living.length < 2)
    lacks.push('Un groupement a deux membres au moins : invitez un cotraitant.')
  const wrong = partsProblem(form, living)
  return wrong ? [...lacks, wrong] : lacks
}

/** Of a groupement conjoint the parts are owed one by one (R2142-20); of a solidaire they may be left out. */
function partsProblem(form: CandidatureForm, living: Shared[]): string | null {
  const told = living.filter(({ part }) => part !== null)
  if (form === 'solidaire' && told.length === 0) return null
  const cents = told.reduce((sum, { part }) => sum + Math.round(Number(part) * 100), 0)
  if (told.length === living.length && cents === 10_000) return null
  const sum = (cents / 100).toLocaleString('fr-FR')
  return `Les parts font ${sum} % : répartissez 100 % entre tous les membres.`
}

/** A part in percent as it is typed: « 33,33 ». Null for what is none. */
export function readPart(typed?: string | null): string | null {
  const plain = (typed ?? '').replaceAll(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Number(plain) : 0
  return value > 0 && value <= 100 ? value.toFixed(2) : null
}
