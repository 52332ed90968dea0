import type { Meaning } from '#lib/meaning'
import { defineLifecycle } from '#kernel/lifecycle'

/** An evaluation is written, then frozen for ever; a year without one is justified instead. */
export const evaluationLifecycle = defineLifecycle(
  {
    draft: { freeze: 'frozen', justify: 'justified' },
    justified: { resume: 'draft' },
    frozen: {},
  },
  { of: 'territory.evaluations' }
)

export type EvaluationState = keyof typeof evaluationLifecycle.table

export const EVALUATION_STATES: Record<EvaluationState, { label: string; meaning: Meaning }> = {
  draft: { label: 'En préparation', meaning: 'doing' },
  justified: { label: 'Non réalisée, justifiée', meaning: 'plain' },
  frozen: { label: 'Arrêtée', meaning: 'done' },
}
