import type { LocalDate } from '#lib/values'

/** The eight working statuses of an action, and how each is told to the inhabitants. */
export const FICHE_STATUTS = {
  a_venir: { label: 'À venir', public: 'prevue' },
  a_discuter: { label: 'À discuter', public: 'prevue' },
  en_cours: { label: 'En cours', public: 'en_cours' },
  en_pause: { label: 'En pause', public: 'en_cours' },
  bloque: { label: 'Bloquée', public: 'en_cours' },
  en_retard: { label: 'En retard', public: 'en_cours' },
  realise: { label: 'Réalisée', public: 'realisee' },
  abandonne: { label: 'Abandonnée', public: 'abandonnee' },
} as const

export type FicheStatut = keyof typeof FICHE_STATUTS

/** The legend of the public card has three words; an abandoned action says so beside it. */
export const PUBLIC_STATUTS = {
  prevue: 'prévue',
  en_cours: 'en cours',
  realisee: 'réalisée',
  abandonnee: 'abandonnée',
} as const

export type PublicStatut = keyof typeof PUBLIC_STATUTS

export const PUBLIC_LEGEND: PublicStatut[] = ['prevue', 'en_cours', 'realisee']

/** True when the text is one of the eight codes. */
export function isFicheStatut(text: string): text is FicheStatut {
  return Object.hasOwn(FICHE_STATUTS, text)
}

/** The word shown to the inhabitants. */
export function publicStatut(statut: FicheStatut): PublicStatut {
  return FICHE_STATUTS[statut].public
}

/** Done or given up is never late; without an end there is nothing to be late for. */
export function isOnTime(statut: FicheStatut, due: LocalDate | null, today: LocalDate): boolean {
  if (statut === 'realise' || statut === 'abandonne' || due === null) return true
  return due.isAfter(today)
}

/** Share of actions done, in percent with one decimal; null when there is no action yet. */
export function planProgress(statuts: FicheStatut[]): number | null {
  if (statuts.length === 0) return null
  const done = statuts.filter((statut) => statut === 'realise').length
  return Math.round((done / statuts.length) * 1000) / 10
}
