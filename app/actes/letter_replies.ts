import { tasks } from '#kernel/tasks'
import { openTask } from './acte_tasks.js'
import type Acte from './models/acte.js'
import type Transmission from './models/transmission.js'
import { replyLabel } from './rules/letters.js'

const taskOf = (letterId: string) => `actes.letter:${letterId}`

/** Asks the agents to look at a letter of the prefecture. */
export const askToRead = (acte: Acte, letterId: string, title: string) =>
  openTask(taskOf(letterId), acte, title, `/courriers/${letterId}`)

/** Nothing more is asked about this letter. */
export const closeLetter = (letterId: string) => tasks.close(taskOf(letterId))

/** The ministry did not take a message about a letter: the agents find the letter again. */
export async function dropReply(acte: Acte, sent: Transmission, reason: string): Promise<void> {
  await sent.fail(reason)
  // A receipt is ours, not theirs: there is nothing that they could write otherwise
  if (!replyLabel(sent.type)) return
  const title = `Répondre de nouveau à la préfecture sur « ${acte.title} » : la réponse n’a pas été prise`
  await askToRead(acte, sent.letterId!, title)
}
