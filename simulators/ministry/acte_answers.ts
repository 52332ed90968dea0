import * as answers from './answers.js'
import { acteIdOf, controlActe, STALE_CLASSIFICATION } from './controls.js'
import type { MinistryClassification } from './classification.js'
import { scenariosIn, type Scenario } from './scenarios.js'
import type { MinistryState } from './state.js'
import type { Submission } from './submission.js'
import type { Draft, Plan, Delays } from './draft_answers.js'

/** What the ministry answers to an acte: its receipt, late, doubled or never, or why it refuses it. */
export function onActe(
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
export const UNKNOWN_TRANSACTION = {
  nature: '999',
  detail:
    "ODT-VERIF-17 : La transaction que vous avez envoyé n'est pas reconnu dans l'application ACTES.",
}

const MULTICANAL =
  '<p>Notre service de contr&ocirc;le de l&eacute;galit&eacute; a identifi&eacute; qu&rsquo;il s&rsquo;agit d&rsquo;un acte dont la transmission est effectu&eacute;e en multi canal.</p>'
