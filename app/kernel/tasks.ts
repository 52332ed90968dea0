import { clock } from '#kernel/clock'
import type { Membership } from '#kernel/people/memberships'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

interface NewTask {
  /** One per thing to do: `<room>.step:<id>`. Opening it twice changes it, closing it removes it. */
  key: string
  capability: string
  /** What to do, in the words of whoever does it: « Signer la délibération 2026-042 ». */
  title: string
  /** A path of ours: `/c/kervalan/<room>/…`. */
  url: string
  /** Whom it waits for: everybody who holds the role, or one person. */
  role?: string
  personId?: string
  subjectId?: string
  dueAt?: Date
}

/** What waits for whom, in the tenant in context; the portal shows it. */
export const tasks = {
  async open(task: NewTask): Promise<void> {
    const row = {
      tenant_id: tenancy.tenantId(),
      id: uuidv7(),
      key: task.key,
      capability: task.capability,
      title: task.title,
      url: task.url,
      role: task.role ?? null,
      person_id: task.personId ?? null,
      subject_id: task.subjectId ?? null,
      due_at: task.dueAt ?? null,
      created_at: clock.now().toJSDate(),
    }
    await tenancy
      .trx()
      .knexQuery()
      .table('kernel.tasks')
      .insert(row)
      .onConflict(['tenant_id', 'key'])
      .merge(['title', 'url', 'role', 'person_id', 'due_at'])
  },

  async close(...keys: string[]): Promise<void> {
    const open = tenancy.trx().from('kernel.tasks').where('tenant_id', tenancy.tenantId())
    await open.whereIn('key', keys).delete()
  },

  /** What waits for a member in the tenant in context, what is due first, at most `limit`. */
  async waitingFor(membership: Membership, limit: number): Promise<Task[]> {
    return tasksFrom(await waitingQuery(membership, limit))
  },

  /**
   * The same, the first asked first, after the task of that identifier: a cursor that stands even
   * when the task that it names is done.
   */
  async waitingAfter(membership: Membership, after: string | null, limit: number): Promise<Task[]> {
    const query = waitingTasks(membership).orderBy('id').limit(limit)
    if (after) query.where('id', '>', after)
    return tasksFrom(await query)
  },

  /** The same, the last asked first. */
  async newestFor(membership: Membership, limit: number): Promise<Task[]> {
    return tasksFrom(await waitingTasks(membership).orderBy('id', 'desc').limit(limit))
  },
}

export interface Task {
  id: string
  capability: string
  title: string
  url: string
  subjectId: string | null
  dueAt: Date | null
  createdAt: Date
}

const waitingTasks = ({ userId, roles }: Membership) =>
  tenancy
    .trx()
    .from('kernel.tasks')
    .where('tenant_id', tenancy.tenantId())
    // For the person herself, or for everybody who holds one of her roles
    .where((one) => one.where('person_id', userId).orWhereIn('role', roles))

/** As `waitingFor` asks it; `tasksFrom` reads its rows. */
export const waitingQuery = (membership: Membership, limit: number) =>
  waitingTasks(membership).orderByRaw('due_at nulls last, created_at').limit(limit)

/** The tasks that the rows of `waitingQuery` are. */
export const tasksFrom = (rows: any[]): Task[] =>
  rows.map(({ subject_id: subjectId, due_at: dueAt, created_at: createdAt, ...row }) => {
    const { id, capability, title, url } = row
    return { id, capability, title, url, subjectId, dueAt, createdAt }
  })
