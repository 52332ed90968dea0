import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'
import { workplacesOf } from '#kernel/people/memberships'
import { tenancy } from '#kernel/tenancy'
import { Choices, EVERY_ROOM } from './choices.js'
import { dueAt, type Pace } from './pace.js'

/**
 * Keeps what a person wants: by room, null for « like everywhere », the empty name for everywhere.
 * What is noted for her and not yet ordered follows at once. Called outside any transaction.
 */
export async function choosePaces(
  personId: string,
  wanted: Map<string, Pace | null>
): Promise<void> {
  await db.connection('app').transaction(async (trx) => {
    const rooms = [...wanted.keys()]
    await trx
      .from('kernel.mail_choices')
      .where('person_id', personId)
      .whereIn('room', rooms)
      .delete()
    const rows = [...wanted].flatMap(([room, pace]) =>
      pace ? { person_id: personId, room, pace } : []
    )
    if (rows.length > 0) await trx.knexQuery().table('kernel.mail_choices').insert(rows)
  })
  for (const { tenantId } of await workplacesOf(personId)) {
    await tenancy.run(tenantId, () => followChoices(personId))
  }
}

/** Nothing of any room any more, whatever she said of each. */
export async function stopMails(personId: string): Promise<void> {
  const said = await Choices.of(db.connection('app'), [personId])
  const rooms = said.roomsOf(personId).filter((room) => room !== EVERY_ROOM)
  await choosePaces(
    personId,
    new Map<string, Pace | null>([
      [EVERY_ROOM, 'never'],
      ...rooms.map((room) => [room, null] as const),
    ])
  )
}

/** Dates anew what is noted for a person in the tenant in context, or forgets it. */
async function followChoices(personId: string): Promise<void> {
  const trx = tenancy.trx()
  const choices = await Choices.of(trx, [personId])
  const lines = await trx
    .from('kernel.mail_lines as lines')
    .join('kernel.tasks as tasks', (on) =>
      on.on('tasks.tenant_id', 'lines.tenant_id').on('tasks.id', 'lines.task_id')
    )
    .where({ 'lines.tenant_id': tenancy.tenantId(), 'lines.person_id': personId })
    .whereNull('lines.mail_id')
    .select('lines.id', 'tasks.capability')
  const news = await trx
    .from('kernel.mail_news')
    .where({ tenant_id: tenancy.tenantId(), person_id: personId })
    .whereNull('mail_id')
    .select('id', 'capability')
  await dateAnew('kernel.mail_lines', lines, (room) => choices.pace(personId, room))
  await dateAnew('kernel.mail_news', news, (room) => choices.pace(personId, room))
}

async function dateAnew(
  table: 'kernel.mail_lines' | 'kernel.mail_news',
  noted: { id: string; capability: string }[],
  paceIn: (room: string) => Pace
): Promise<void> {
  for (const [capability, own] of Map.groupBy(noted, (one) => one.capability)) {
    const due = dueAt(paceIn(capability), clock.now())
    const theirs = tenancy
      .trx()
      .from(table)
      .where('tenant_id', tenancy.tenantId())
      .whereNull('mail_id')
      .whereIn(
        'id',
        own.map(({ id }) => id)
      )
    await (due ? theirs.update({ due_at: due.toJSDate() }) : theirs.delete())
  }
}
