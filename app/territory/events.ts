import { defineEvent } from '#kernel/events'

/** The project went to another of its steps, forward or back; its page says which. */
export const projectMoved = defineEvent<{ projectId: string }>('territory.project_moved', 1)

/** The figures and the words of an evaluation are frozen, for ever. */
export const evaluationFrozen = defineEvent<{ evaluationId: string; projectId: string }>(
  'territory.evaluation_frozen',
  1
)

/** Inhabitants may read a frozen evaluation. */
export const evaluationPublished = defineEvent<{ evaluationId: string; projectId: string }>(
  'territory.evaluation_published',
  1
)
