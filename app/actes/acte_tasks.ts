import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import type Acte from './models/acte.js'

const CLASSIFICATION_TASK = 'actes.classification'

/** Asks for the classification of the prefecture again: the request did not go. */
export async function askForClassification(): Promise<void> {
  const { slug } = await tenants.current()
  await tasks.open({
    key: CLASSIFICATION_TASK,
    capability: 'actes',
    title: 'Redemander la classification à la préfecture : la demande n’a pas pu partir',
    url: `/c/${slug}/actes/classification`,
    role: 'agent',
  })
}

/** The classification was asked for again. */
export const closeClassificationTask = () => tasks.close(CLASSIFICATION_TASK)

/** Asks the agents of the collectivite to do something about an acte; `key` names the demand, `page` its place under the acte. */
export async function openTask(key: string, acte: Acte, title: string, page = ''): Promise<void> {
  const { slug } = await tenants.current()
  const url = `/c/${slug}/actes/${acte.id}${page}`
  await tasks.open({ key, capability: 'actes', title, url, role: 'agent', subjectId: acte.id })
}
