/** What the console may ask for instead of a good answer. */
export const SCENARIOS = {
  'expired': 'Le jeton est expiré : 401 jusqu’à ce qu’un autre soit demandé.',
  'forbidden': 'L’application n’a plus le droit : 403.',
  'too-many': 'Trop d’appels : 429, et « Retry-After ».',
  'down': 'La plateforme est en panne : 503.',
  'too-large': 'Le flux est trop lourd : 413.',
  'taken-then-cut': 'Le flux est pris, puis la connexion meurt avant la réponse.',
  'half-answer': 'La connexion meurt au milieu de la réponse.',
  'virus': 'L’accusé refuse le flux : VirusFound.',
  'forged': 'Un rappel part sous une signature qui n’est pas la bonne.',
  'old': 'Un rappel part avec une heure passée, comme rejoué.',
} as const

export type Scenario = keyof typeof SCENARIOS

export const isScenario = (name: string): name is Scenario => Object.hasOwn(SCENARIOS, name)

/** The scenario under way: for the one call that it concerns, then all is well again. */
export class Mood {
  #name: Scenario | null = null

  get name(): Scenario | null {
    return this.#name
  }

  set(name: Scenario | null): void {
    this.#name = name
  }

  /** Whether this call is played so. */
  takes(name: Scenario): boolean {
    if (this.#name !== name) return false
    this.#name = null
    return true
  }
}
