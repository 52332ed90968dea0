import { REASON_WORDS, reasonsOf, type InvoiceState } from '#lib/einvoice/lifecycle'
import { eventsFrom, type InvoiceEvent } from './lifecycle.js'

/** What a buyer answers to an invoice that it does not pay as it is. */
export const REPLIES = ['suspended', 'refused', 'to_recycle'] as const
export type Reply = (typeof REPLIES)[number]

export interface WantedReply {
  reply: Reply
  /** One of `reasonsOf(reply)`; null for a reply that takes no code. */
  reason: string | null
  note: string | null
}

/** `motif` of Chorus Pro has room for 255 signs: none is cut. */
export const LONGEST_NOTE = 180

const EVENTS: Record<Reply, InvoiceEvent> = {
  suspended: 'suspend',
  refused: 'refuse',
  to_recycle: 'recycle',
}
export const eventOf = (reply: Reply): InvoiceEvent => EVENTS[reply]

/** What may be answered to an invoice that is there. */
export const repliesFrom = (state: InvoiceState): Reply[] => {
  const allowed = eventsFrom(state).map(([event]) => event)
  return REPLIES.filter((reply) => allowed.includes(EVENTS[reply]))
}

/** What is missing of a reply, each at its field; none when it may be sent. */
export function problemsOf({ reply, reason, note }: WantedReply) {
  const allowed = reasonsOf(reply)
  const problems: { field: 'reason' | 'note'; message: string }[] = []
  if (allowed.length > 0 && !reason)
    problems.push({ field: 'reason', message: 'Choisissez un motif : le fournisseur le lira.' })
  else if (reason && !allowed.includes(reason))
    problems.push({
      field: 'reason',
      message: 'Ce motif n’est pas de ceux de cette réponse : choisissez-en un de son groupe.',
    })
  if (!note && needsNote(reply, reason))
    problems.push({ field: 'note', message: NOTE_ASKED[reply] })
  return problems
}

/** CCP, art. R2192-28: a suspension says which documents are to be given. */
const needsNote = (reply: Reply, reason: string | null) => reply !== 'refused' || reason === 'AUTRE'

const NOTE_ASKED: Record<Reply, string> = {
  suspended: 'Dites ce que le fournisseur doit fournir ou corriger (CCP, article R2192-28).',
  refused: 'Dites pourquoi : « un autre motif » n’apprend rien au fournisseur.',
  to_recycle: 'Dites à quel service il doit l’adresser.',
}

/** The reason as Chorus Pro and the supplier read it: « JUSTIF_ABS : Un justificatif manque. Le bon… ». */
export function motiveOf({ reason, note }: WantedReply): string {
  const coded = reason && `${reason} : ${REASON_WORDS[reason]}.`
  return [coded, note].filter(Boolean).join(' ')
}
