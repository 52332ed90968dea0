import type { ActeProblem } from './check_acte.js'

/** Nothing is undone without its reason: the thread and the journal would not tell why. */
export function reasonProblems(reason: string | null | undefined, field = 'reason'): ActeProblem[] {
  if ((reason ?? '').length >= 3) return []
  return [{ field, message: 'Écrivez le motif, en quelques mots : rien n’est demandé sans lui.' }]
}
