import type { SharedForm } from '#web/forms/shared_form'
import type Answer from './models/answer.js'
import type Transmission from './models/transmission.js'
import { replyLabel } from './rules/letters.js'

/** What was done about a letter, as the form of the reply shows it; `sent`: the last reply, or null. */
export const sharedLetter = (letter: Answer, sent: Transmission | null): SharedForm => ({
  key: `courrier:${letter.id}`,
  what: 'la suite donnée à ce courrier',
  stored: {
    settled: letter.settledAt ? (letter.settledNote ?? 'rien à répondre') : null,
    reply: sent ? replyLabel(sent.type) : null,
    sentAs: sent?.id ?? null,
  },
  labels: { settled: 'Classé', reply: 'Réponse' },
})
