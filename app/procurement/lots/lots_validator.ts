import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'
import { MOST_LOTS, type TypedLots } from '../rules/lots_form.js'

const text = (most: number) => vine.string().trim().maxLength(most).nullable().optional()
const count = () => vine.number().withoutDecimals().min(0).max(MOST_LOTS).nullable().optional()

/** What a form or a program sends of the lots of a draft. */
export const lotsValidator = vine.create({
  lots: vine
    .array(vine.object({ title: text(500), cpv: text(12), estimate: text(30) }))
    .maxLength(MOST_LOTS)
    .optional(),
  mostAnswered: count(),
  mostWon: count(),
})
lotsValidator.messagesProvider = frenchMessages

interface SentLots {
  lots?: { title?: string | null; cpv?: string | null; estimate?: string | null }[]
  mostAnswered?: number | null
  mostWon?: number | null
}

/** The same with nothing missing. */
export const typedLots = ({ lots, mostAnswered, mostWon }: SentLots): TypedLots => ({
  lots: (lots ?? []).map(({ title, cpv, estimate }) => ({
    ...{ title: title ?? '', cpv: cpv ?? '', estimate: estimate ?? '' },
  })),
  mostAnswered: mostAnswered ?? null,
  mostWon: mostWon ?? null,
})
