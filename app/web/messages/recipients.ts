import { allRooms, hasService } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import './declaration.js'

/** What is needed of a task to know whom to tell. */
export interface Addressed {
  id: string
  capability: string
  role: string | null
  person_id: string | null
  subject_id: string | null
}

/**
 * id of task -> those whom it is told. Somebody who is replaced today is told of it only when
 * nobody else is: her substitute has a task of her own for the same thing.
 */
export async function recipientsOf(tasks: Addressed[]): Promise<Map<string, string[]>> {
  const members: { user_id: string; roles: string[] }[] = await tenancy
    .trx()
    .from('kernel.memberships')
    .where({ tenant_id: tenancy.tenantId(), state: 'active' })
    .select('user_id', 'roles')
  const called = new Map(
    tasks.map((task) => [
      task.id,
      members
        .filter(({ user_id: id, roles }) =>
          task.person_id ? id === task.person_id : task.role && roles.includes(task.role)
        )
        .map(({ user_id: id }) => id),
    ])
  )
  const absent = await absentPeople()
  if (absent.size === 0) return called
  const covered = new Set(
    tasks.filter(({ id }) => called.get(id)!.some((one) => !absent.has(one))).map(thingOf)
  )
  for (const task of tasks) {
    if (!covered.has(thingOf(task))) continue
    called.set(
      task.id,
      called.get(task.id)!.filter((one) => !absent.has(one))
    )
  }
  return called
}

/** Two tasks about one thing are the same demand, made to several persons. */
const thingOf = ({ capability, subject_id: subject, id }: Addressed) =>
  `${capability} ${subject ?? id}`

async function absentPeople(): Promise<Set<string>> {
  const tenant = await tenants.current()
  const absent = new Set<string>()
  for (const { name, messages } of allRooms()) {
    if (!messages?.absent || !hasService(tenant, name)) continue
    for (const id of await messages.absent()) absent.add(id)
  }
  return absent
}
