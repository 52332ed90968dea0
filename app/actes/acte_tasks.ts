import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import type Acte from './models/acte.js'

/** Asks the agents of the collectivite to do something about an acte; `key` names the demand, `page` its place under the acte. */
export async function openTask(key: string, acte: Acte, title: string, page = ''): Promise<void> {
  const { slug } = (await tenants.byId(tenancy.tenantId()))!
  const url = `/c/${slug}/actes/${acte.id}${page}`
  await tasks.open({ key, capability: 'actes', title, url, role: 'agent', subjectId: acte.id })
}
