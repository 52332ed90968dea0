import { randomUUID } from 'node:crypto'
import * as answers from './answers.js'
import type { MinistryClassification } from './classification.js'
import type { PlannedMail } from './journal.js'
import { ABOUT_LETTERS, controlReply } from './letters.js'
import { scenariosIn } from './scenarios.js'
import type { MinistryState } from './state.js'
import type { Submission } from './submission.js'
import { type Draft, type Plan, type Delays, parisDay } from './draft_answers.js'
import { onActe, UNKNOWN_TRANSACTION } from './acte_answers.js'

/** Everything that the ministry will answer to a submission, decided when it is accepted. */
export function planReplies(
  sent: Submission,
  state: MinistryState,
  classification: MinistryClassification,
  delays: Delays,
  now: Date
): Plan & { mails: PlannedMail[] } {
  const day = parisDay(now)
  const planned = plan(sent, state, classification, delays, day)
  const first = state.mailCount()
  const mails = planned.drafts.map((draft, index) =>
    toMail(sent, draft, day, first + index + 1, now)
  )
  return { acteId: planned.acteId, registered: planned.registered, mails }
}

function plan(
  sent: Submission,
  state: MinistryState,
  classification: MinistryClassification,
  delays: Delays,
  day: string
): Plan & { drafts: Draft[] } {
  const only = (files: answers.AnswerFile[], bare = false) => [
    { delay: delays.answer, files, bare },
  ]
  switch (sent.form.name) {
    case 'Acte':
      return onActe(sent, state, classification, delays, day)
    case 'Annulation': {
      const acteId = sent.form.get('@actes:IDActe') ?? ''
      if (state.hasActe(acteId) && !scenariosIn(state.objetOf(acteId)).has('#maintien')) {
        return { acteId, registered: true, drafts: only(answers.cancellation(acteId, day)) }
      }
      const unknown = { nature: '005', detail: `Acte inconnu : ${acteId}` }
      const drafts = only(answers.envelopeAnomaly(sent, unknown, day), true)
      return { acteId, registered: false, drafts }
    }
    case 'DemandeClassification': {
      const known = sent.form.get('actes:DateClassification')
      const name = `${sent.departement}-${sent.siren}----7-2_1.xml`
      const files =
        known === classification.date
          ? answers.unchanged(sent, classification.date)
          : [{ name, bytes: classification.toXml() }]
      return { acteId: null, registered: true, drafts: only(files) }
    }
    default: {
      const about = ABOUT_LETTERS[sent.form.name]
      if (about) return onLetter(sent, state, about.receipt, day, only)
      const files = answers.envelopeAnomaly(sent, UNKNOWN_TRANSACTION, day)
      return { acteId: null, registered: false, drafts: only(files, true) }
    }
  }
}

function onLetter(
  sent: Submission,
  state: MinistryState,
  receipt: '3-5' | '4-5' | null,
  day: string,
  only: (files: answers.AnswerFile[], bare?: boolean) => Draft[]
): Plan & { drafts: Draft[] } {
  const acteId = sent.form.get('@actes:IDActe')
  const reproach = controlReply(sent, state)
  if (reproach) {
    const drafts = only(answers.envelopeAnomaly(sent, reproach, day), true)
    return { acteId, registered: false, drafts }
  }
  const drafts = receipt ? only(answers.replyReceipt(receipt, sent, day)) : []
  return { acteId, registered: true, drafts }
}

function toMail(sent: Submission, draft: Draft, day: string, rank: number, now: Date): PlannedMail {
  const { files, bare, html } = draft
  const enveloped =
    files.length === 0 || bare
      ? files
      : [answers.envelopeFor(sent, files[0].name, day, rank), ...files]
  return {
    id: randomUUID(),
    dueAt: now.getTime() + draft.delay,
    to: sent.returnAddresses,
    subject: `@CTES ${files[0]?.name ?? 'multicanal'}`,
    attachments: enveloped.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
    html: html ?? '<p>Réponse du simulateur du ministère de l’Intérieur.</p>',
  }
}
