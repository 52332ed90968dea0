/** What the console may ask for instead of a good answer (domain notes, §7.6). */
export const SCENARIOS = {
  'expired': 'Le jeton est expiré : 401 jusqu’à ce qu’un autre soit demandé.',
  'account': 'Le mot de passe du compte technique a changé : 401 à chaque appel.',
  'too-many': 'Trop d’appels : 429, et « Retry-After ».',
  'down': 'Chorus Pro est en panne : 503.',
  'error': 'Une erreur interne : 500.',
  'slow': 'Aucune réponse avant longtemps.',
  'said-in-200': 'Une erreur dite dans une réponse 200 (codeRetour 20001).',
  'too-large': 'Le téléchargement est trop lourd : 413.',
  'half-page': 'La connexion meurt au milieu de la réponse.',
  'status-refused': 'Le statut demandé est refusé (codeRetour 20002).',
  'status-cut': 'Le statut est pris, puis la connexion meurt avant la réponse.',
} as const

export type Scenario = keyof typeof SCENARIOS

export const isScenario = (name: string): name is Scenario => Object.hasOwn(SCENARIOS, name)

/** The scenario under way: for so many calls that it concerns, then all is well again. */
export class Mood {
  #name: Scenario | null = null
  #left = 0

  get name(): Scenario | null {
    return this.#name
  }

  set(name: Scenario | null, times = 1): void {
    this.#name = name
    this.#left = times
  }

  /** Whether this call is played so; it counts as one when it is. */
  takes(name: Scenario): boolean {
    if (this.#name !== name) return false
    this.#left -= 1
    if (this.#left <= 0) this.#name = null
    return true
  }
}
