import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { offer, type OfferedField } from '#web/offered_events'
import { evaluationFrozen, evaluationPublished, projectMoved } from './events.js'

const project = {
  projectId: { kind: 'id', label: 'Identifiant du projet' },
  url: { kind: 'address', label: 'Adresse de la page du projet' },
} satisfies Record<string, OfferedField>
const evaluation = {
  ...project,
  evaluationId: { kind: 'id', label: 'Identifiant de l’évaluation' },
} satisfies Record<string, OfferedField>

const tellProject = ({ projectId }: { projectId: string }, tenant: Tenant) => ({
  projectId,
  url: `${appUrl}${here('territory.projects.show', { tenant, id: projectId })}`,
})

const tellEvaluation = async (
  { evaluationId, projectId }: { evaluationId: string; projectId: string },
  tenant: Tenant
) => ({ ...tellProject({ projectId }, tenant), evaluationId })

/** What other programs may be told of a project. */
export const offers = [
  offer(projectMoved, {
    label: 'Un projet change d’étape',
    data: project,
    tell: async (moved, tenant) => tellProject(moved, tenant),
  }),
  offer(evaluationFrozen, {
    label: 'Une évaluation est arrêtée',
    data: evaluation,
    tell: tellEvaluation,
  }),
  offer(evaluationPublished, {
    label: 'Une évaluation est publiée',
    data: evaluation,
    tell: tellEvaluation,
  }),
]
