import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import type Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import { STEP_WORDS } from '../rules/words.js'
import { peopleWaitedFor } from './people.js'

/** Puts the step on the list of everybody who may act on it. */
export async function openStepTasks(folder: Folder, step: FolderStep): Promise<void> {
  const tenant = await tenants.current()
  for (const person of await peopleWaitedFor(step.deskId!)) {
    await tasks.open({
      key: taskKey(step, person.id),
      capability: 'parapheur',
      title: `${STEP_WORDS[step.kind].todo} « ${folder.title} »`,
      url: `/c/${tenant.slug}/parapheur/dossiers/${folder.id}`,
      personId: person.id,
      subjectId: folder.id,
      dueAt: folder.dueOn?.toJSDate(),
    })
  }
}

/** Puts it there, and takes it off the lists of those who may not act on it any more. */
export async function renewStepTasks(folder: Folder, step: FolderStep): Promise<void> {
  const people = await peopleWaitedFor(step.deskId!)
  const keys = people.map((person) => taskKey(step, person.id))
  await tasksOf(step).whereNotIn('key', keys).delete()
  await openStepTasks(folder, step)
}

/** Takes the step off every list. */
export async function closeStepTasks(step: FolderStep): Promise<void> {
  await tasksOf(step).delete()
}

const tasksOf = (step: FolderStep) =>
  tenancy
    .trx()
    .from('kernel.tasks')
    .where('tenant_id', tenancy.tenantId())
    .whereLike('key', `${taskKey(step, '')}%`)

const taskKey = (step: FolderStep, personId: string) => `parapheur.step:${step.id}:${personId}`
