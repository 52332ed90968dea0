import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { openTask } from './acte_tasks.js'
import type Acte from './models/acte.js'
import type Answer from './models/answer.js'
import type Transmission from './models/transmission.js'
import { replyLabel } from './rules/letters.js'

const taskOf = (letterId: string) => `actes.letter:${letterId}`

/** Asks the agents to look at a letter of the prefecture. */
export const askToRead = (acte: Acte, letterId: string, title: string) =>
  openTask(taskOf(letterId), acte, title, `/courriers/${letterId}`)

/** True while the agents are asked to look at a letter. */
export async function isToRead(letterId: string): Promise<boolean> {
  const task = await tenancy
    .trx()
    .from('kernel.tasks')
    .where({ tenant_id: tenancy.tenantId(), key: taskOf(letterId) })
    .select('id')
    .first()
  return Boolean(task)
}

/** Nothing more is asked about this letter. */
export const closeLetter = (letterId: string) => tasks.close(taskOf(letterId))

/** A person says that a letter asks for nothing more; the note stays out of the journal. */
export async function settleLetter(
  acte: Acte,
  letter: Answer,
  { by, note }: { by: Actor; note: string | null }
): Promise<void> {
  if (letter.settledAt) return
  letter.merge({ settledAt: clock.now(), settledBy: by.id ?? null, settledNote: note })
  await letter.save()
  const data = { letter: letter.id, message: letter.kind }
  await journal.append({ type: 'actes.letter_settled', subject: acte.ref, actor: by, data })
  await closeLetter(letter.id)
}

/**
 * The ministry did not take a message about a letter: the agents find the letter again. One that
 * it answered did arrive: nothing of it is undone.
 */
export async function dropReply(acte: Acte, sent: Transmission, reason: string): Promise<void> {
  if (sent.state === 'answered') return
  // Refused at the post, it has failed already
  if (sent.allows('fail')) await sent.fail(reason)
  // A receipt is ours, not theirs: there is nothing that they could write otherwise
  if (!replyLabel(sent.type)) return
  const title = `Répondre de nouveau à la préfecture sur « ${acte.title} » : la réponse n’a pas été prise`
  await askToRead(acte, sent.letterId!, title)
}
