import { systemDb } from '#kernel/system'
import { uuidv7 } from '#lib/values'
import { countActivity } from '#console/activity/count'
import { master } from '#tests/helpers/master'
import { person, place } from '#tests/world/world'
import OutsideProbe from '#app/procurement/outside/probe'
import { clock } from '#kernel/clock'
import { anySlug, franceConnect } from '#tests/outsiders/provider_world'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  // Lead to a provider of identities, or come back from it
  'outsiders.providers.begin',
  'outsiders.providers.back',
  'outsiders.providers.leave',
  'outsiders.providers.left',
  // Goes back to the form, with what was typed.
  'operator.members.back',
  'operator.members.file',
  'operator.jobs.file',
  'operator.log.file',
  // Lead back to their list until something was done
  'operator.members.batch',
  'operator.jobs.batch',
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
  const failed = uuidv7()
  await systemDb()
    .knexQuery()
    .table('kernel.outbox')
    .insert([
      { ...job, id: uuidv7(), name: 'tests.browser_waits', run_at: new Date(+at + 86_400_000) },
      {
        ...job,
        id: failed,
        name: 'tests.browser_fails',
        dispatched_at: at,
        failed_at: at,
        attempts: 8,
        last_error: 'Le serveur du ministère ne répond pas (délai de 30 secondes dépassé).',
      },
    ])
  await countActivity(id)
  await watchedFromOutside()
  // Those of other specs are of simulators that have ended
  await master().from('kernel.identity_providers').delete()
  const { provider } = await franceConnect({}, { slug: anySlug('fc') })
  await provider.save()
  return [
    { name: 'console-activity', path: '/exploitation/activite', as: operator },
    {
      name: 'console-silent',
      path: '/exploitation?q=zzzz&activite=aucune',
      as: operator,
    },
    { name: 'console-members', path: '/exploitation', as: operator },
    { name: 'console-nobody', path: '/exploitation?q=zzzz', as: operator },
    { name: 'console-new-member', path: '/exploitation/membres/nouveau', as: operator },
    { name: 'console-member', path: `/exploitation/membres/${id}`, as: operator },
    { name: 'console-jobs', path: '/exploitation/taches', as: operator },
    { name: 'console-job', path: `/exploitation/taches/${failed}`, as: operator },
    { name: 'console-seals', path: '/exploitation/scellements', as: operator },
    { name: 'console-health', path: '/exploitation/sante', as: operator },
    { name: 'console-notices', path: '/exploitation/mentions', as: operator },
    { name: 'console-providers', path: '/exploitation/identites', as: operator },
    { name: 'console-probes', path: '/exploitation/sondes', as: operator },
    { name: 'console-provider', path: `/exploitation/identites/${provider.id}`, as: operator },
    { name: 'console-log', path: '/exploitation/provisionnement', as: operator },
  ]
}

/** A probe that looks, one that fell silent, one that was revoked. */
async function watchedFromOutside(): Promise<void> {
  const at = (minutes: number) => clock.now().minus({ minutes })
  for (const changes of [
    { heardAt: at(0), driftMs: 40 },
    { heardAt: at(45), driftMs: 40 },
    { revokedAt: at(60), heardAt: at(90) },
  ])
    await OutsideProbe.create({
      ...{ name: `Rennes ${uuidv7().slice(-6)}`, createdAt: at(600) },
      ...{ publicKey: 'A'.repeat(43), ...changes },
    })
}
