import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import { frenchMessages } from '#web/validation_messages'
import type Consultation from '../drafting/consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { rankOffers } from '../rules/award.js'
import { propose } from './award.js'

const text = (most: number) => vine.string().trim().maxLength(most).nullable().optional()

/** What is typed of each offer that was opened. */
export const notesForm = vine.create({
  notes: vine
    .array(
      vine.object({
        pli: vine.string().uuid(),
        note: text(10),
        amount: text(30),
        reason: text(2000),
      })
    )
    .maxLength(200),
})
notesForm.messagesProvider = frenchMessages

/**
 * Ranks the offers by what was typed of them, and proposes the first; the caller holds the consultation.
 * @throws E_VALIDATION_ERROR and the errors of `propose`
 */
export async function proposeFirst(
  consultation: Consultation,
  { notes }: Infer<typeof notesForm>,
  by: Actor
): Promise<void> {
  const typed = notes.map(({ pli, note, amount, reason }) => ({
    ...{ pli, note: note ?? '', amount: amount ?? '', reason: reason ?? '' },
  }))
  const { offers, problems } = rankOffers(typed)
  refuseProblems(problems)
  await propose(consultation, offers, by)
}
