import { systemDb } from '#kernel/system'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  // Goes back to the form, with what was typed.
  'operator.members.back',
]

/** The operator's console, with a member, a job that waits and one that failed. */
export default async function operatorPages(): Promise<VisitedPage[]> {
  const operator = await person('Ronan Le Bihan', {})
  await operator.merge({ isOperator: true }).save()
  const { id } = await place('kervalan')
  const job = {
    tenant_id: id,
    queue: 'outside',
    payload: JSON.stringify({ acteId: id }),
    max_attempts: 8,
  }
  const at = new Date()
  await systemDb()
    .knexQuery()
    .table('kernel.outbox')
    .insert([
      { ...job, id: uuidv7(), name: 'tests.browser_waits', run_at: new Date(+at + 86_400_000) },
      {
        ...job,
        id: uuidv7(),
        name: 'tests.browser_fails',
        dispatched_at: at,
        failed_at: at,
        attempts: 8,
        last_error: 'Le serveur du ministère ne répond pas (délai de 30 secondes dépassé).',
      },
    ])
  return [
    { name: 'console-members', path: '/exploitation', as: operator },
    { name: 'console-nobody', path: '/exploitation?q=zzzz', as: operator },
    { name: 'console-new-member', path: '/exploitation/membres/nouveau', as: operator },
    { name: 'console-member', path: `/exploitation/membres/${id}`, as: operator },
    { name: 'console-jobs', path: '/exploitation/taches', as: operator },
    { name: 'console-seals', path: '/exploitation/scellements', as: operator },
    { name: 'console-health', path: '/exploitation/sante', as: operator },
    { name: 'console-notices', path: '/exploitation/mentions', as: operator },
    { name: 'console-log', path: '/exploitation/provisionnement', as: operator },
  ]
}
