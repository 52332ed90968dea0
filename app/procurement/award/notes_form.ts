import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import { frenchMessages } from '#web/validation_messages'
import type Consultation from '../drafting/consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { rankOffers, type TypedNote } from '../rules/award.js'
import { propose } from './award.js'

const text = (most: number) => vine.string().trim().maxLength(most).nullable().optional()

/** What a form or a program sends of the offers. */
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

interface SentNotes {
  notes: { pli: string; note?: string | null; amount?: string | null; reason?: string | null }[]
}

/** The same with nothing missing. */
export const typedNotes = ({ notes }: SentNotes): TypedNote[] =>
  notes.map(({ pli, note, amount, reason }) => ({
    ...{ pli, note: note ?? '', amount: amount ?? '', reason: reason ?? '' },
  }))

/** What was typed of the offers. @throws E_VALIDATION_ERROR */
export const readNotes = async ({ request }: HttpContext): Promise<TypedNote[]> =>
  typedNotes(await request.validateUsing(notesForm))

/**
 * Ranks the offers by what was typed of them, and proposes the first; the caller holds the consultation.
 * @throws E_VALIDATION_ERROR and the errors of `propose`
 */
export async function proposeFirst(
  consultation: Consultation,
  sent: Infer<typeof notesForm>,
  by: Actor
): Promise<void> {
  const { offers, problems } = rankOffers(typedNotes(sent))
  refuseProblems(problems)
  await propose(consultation, offers, by)
}
