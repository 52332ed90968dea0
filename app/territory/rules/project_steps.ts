/**
 * The five steps of a territorial digital project (commission DUNAE, 5 October 2017), after its
 * prerequisites and before its end. Evaluation leads back to implementation each year, and to the
 * end with the mandate. Any step may be reopened, with a reason.
 */
export const PROJECT_STEPS = {
  prerequis: { launch: 'lancement' },
  lancement: { diagnose: 'diagnostic', reopen: 'prerequis' },
  diagnostic: { formalise: 'formalisation', reopen: 'lancement' },
  formalisation: { implement: 'mise_en_oeuvre', reopen: 'diagnostic' },
  mise_en_oeuvre: { evaluate: 'evaluation', reopen: 'formalisation' },
  evaluation: { renew: 'mise_en_oeuvre', close: 'clos', reopen: 'mise_en_oeuvre' },
  clos: { reopen: 'evaluation' },
} as const

export type ProjectStep = keyof typeof PROJECT_STEPS

export type ProjectEvent =
  'launch' | 'diagnose' | 'formalise' | 'implement' | 'evaluate' | 'renew' | 'close' | 'reopen'

export const STEP_LABELS: Record<ProjectStep, string> = {
  prerequis: 'Prérequis',
  lancement: 'Lancement',
  diagnostic: 'Diagnostic',
  formalisation: 'Formalisation',
  mise_en_oeuvre: 'Mise en œuvre',
  evaluation: 'Évaluation',
  clos: 'Projet clos',
}

export const EVENT_LABELS: Record<ProjectEvent, string> = {
  launch: 'Lancer le projet',
  diagnose: 'Commencer le diagnostic',
  formalise: 'Formaliser le programme d’actions',
  implement: 'Passer à la mise en œuvre',
  evaluate: 'Ouvrir l’évaluation annuelle',
  renew: 'Engager l’année suivante',
  close: 'Clore le projet',
  reopen: 'Rouvrir l’étape précédente',
}

/** The step that an event leads to, or null when the table has no such way. */
export function stepAfter(step: ProjectStep, event: ProjectEvent): ProjectStep | null {
  const ways: Partial<Record<ProjectEvent, ProjectStep>> = PROJECT_STEPS[step]
  return ways[event] ?? null
}

/** What may happen next, the way forward first. */
export function eventsFrom(step: ProjectStep): ProjectEvent[] {
  return Object.keys(PROJECT_STEPS[step]) as ProjectEvent[]
}
