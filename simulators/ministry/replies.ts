import { randomUUID } from 'node:crypto'
import * as answers from './answers.js'
import { acteIdOf, controlActe, STALE_CLASSIFICATION } from './controls.js'
import type { MinistryClassification } from './classification.js'
import type { PlannedMail } from './journal.js'
import { ABOUT_LETTERS, controlReply } from './letters.js'
import { scenariosIn, type Scenario } from './scenarios.js'
import type { MinistryState } from './state.js'
import type { Submission } from './submission.js'

export interface Delays {
  /** Milliseconds before an ordinary answer. */
  answer: number
  /** Before a late one. */
  late: number
}

interface Plan {
  acteId: string | null
  /** False when the answer refuses it. */
  registered: boolean
}

interface Draft {
  delay: number
  files: answers.AnswerFile[]
  bare?: boolean
  html?: string
}

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

/** The civil day in France, which is the one of the receipt. */
export function parisDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now)
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

function onActe(
  sent: Submission,
  state: MinistryState,
  classification: MinistryClassification,
  delays: Delays,
  day: string
): Plan & { drafts: Draft[] } {
  const words = scenariosIn(sent.form.get('actes:Objet'))
  const acteId = acteIdOf(sent)
  const refusal = refuse(sent, state, classification, words, day)
  if (refusal) return { acteId, registered: false, drafts: [{ delay: delays.answer, ...refusal }] }
  const receipt = answers.acknowledgement(sent, acteId, day, classification.date)
  const drafts = words.has('#muet') ? [] : onRegistered(acteId, receipt, words, delays, day)
  return { acteId, registered: true, drafts }
}

function onRegistered(
  acteId: string,
  receipt: answers.AnswerFile[],
  words: Set<Scenario>,
  delays: Delays,
  day: string
): Draft[] {
  const soon = delays.answer
  const before = { delay: soon / 2 }
  const after = { delay: soon * 2 }
  const drafts: Draft[] = []
  if (words.has('#illisible')) {
    const broken = {
      name: `${acteId}-1-2_1.xml`,
      bytes: Buffer.from('<actes:ARActe actes:IDActe='),
    }
    drafts.push({ ...before, files: [broken] })
  }
  if (words.has('#multicanal')) drafts.push({ ...before, files: [], html: MULTICANAL })
  if (words.has('#desordre')) {
    drafts.push({ ...before, files: answers.letter('2-1', acteId, day) })
  }
  drafts.push({ delay: words.has('#tard') ? delays.late : soon, files: receipt })
  if (words.has('#double')) drafts.push({ ...after, files: receipt })
  if (words.has('#courrier')) drafts.push({ ...after, files: answers.letter('2-1', acteId, day) })
  if (words.has('#pieces')) drafts.push({ ...after, files: answers.letter('3-1', acteId, day) })
  if (words.has('#observations')) {
    drafts.push({ ...after, files: answers.letter('4-1', acteId, day) })
  }
  if (words.has('#defere')) drafts.push({ ...after, files: answers.deferral(acteId, day) })
  return drafts
}

function refuse(
  sent: Submission,
  state: MinistryState,
  classification: MinistryClassification,
  words: Set<Scenario>,
  day: string
) {
  if (words.has('#enveloppe')) {
    return { files: answers.envelopeAnomaly(sent, UNKNOWN_TRANSACTION, day), bare: true }
  }
  const reproach = words.has('#anomalie')
    ? STALE_CLASSIFICATION
    : controlActe(sent, classification, state)
  if (!reproach) return null
  return { files: answers.anomaly(sent, reproach, day, classification.date) }
}

// The ministry's own wording, faults included; 999 is outside of its own schema
const UNKNOWN_TRANSACTION = {
  nature: '999',
  detail:
    "ODT-VERIF-17 : La transaction que vous avez envoyé n'est pas reconnu dans l'application ACTES.",
}

const MULTICANAL =
  '<p>Notre service de contr&ocirc;le de l&eacute;galit&eacute; a identifi&eacute; qu&rsquo;il s&rsquo;agit d&rsquo;un acte dont la transmission est effectu&eacute;e en multi canal.</p>'

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
