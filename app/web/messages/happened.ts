import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { Choices } from './choices.js'
import { dueAt } from './pace.js'
import { labelOf, type Said } from './said.js'

/** What happened to a thing that somebody follows, as a mail may say it: no objet, nobody's name. */
export interface Happened {
  capability: string
  subjectId: string
  words: string
  /** A path of ours: `/c/kervalan/<room>/…`. */
  url: string
}

/**
 * Notes in the transaction in context that a person is to be told of what happened, at her pace, with
 * what waits for her: nothing when she wants no mail of that room. What opens a task needs no such
 * word, but for those whom the task does not call.
 */
export async function tellHappened(personId: string, happened: Happened): Promise<void> {
  const now = clock.now()
  const choices = await Choices.of(tenancy.trx(), [personId])
  const due = dueAt(choices.pace(personId, happened.capability), now)
  if (!due) return
  await tenancy.trx().knexQuery().table('kernel.mail_news').insert({
    tenant_id: tenancy.tenantId(),
    id: uuidv7(),
    person_id: personId,
    capability: happened.capability,
    subject_id: happened.subjectId,
    words: happened.words,
    url: happened.url,
    due_at: due.toJSDate(),
    created_at: now.toJSDate(),
  })
}

/** What a mail says that happened, but of what it says already that waits. */
export async function happenedIn(mailId: string, waiting: Said[]): Promise<Said[]> {
  const rows = await tenancy
    .trx()
    .from('kernel.mail_news')
    .where({ tenant_id: tenancy.tenantId(), mail_id: mailId })
    .orderBy('created_at')
    .orderBy('id')
    .select('capability', 'subject_id', 'words', 'url')
  const said = new Set(waiting.map(({ capability, subjectId }) => `${capability} ${subjectId}`))
  return rows
    .filter((row) => !said.has(`${row.capability} ${row.subject_id}`))
    .map((row) => ({
      capability: row.capability,
      subjectId: row.subject_id,
      text: row.words,
      room: labelOf(row.capability),
      url: row.url,
    }))
}
