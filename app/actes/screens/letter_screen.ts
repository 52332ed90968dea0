import type { HttpContext } from '@adonisjs/core/http'
import type { Meaning } from '#lib/meaning'
import { depositLink, depositOf, isHeld } from '#rooms/archiving'
import { day } from '#web/dates'
import { seenIn } from '#web/forms/shared_form'
import { documents } from '#kernel/documents'
import type Acte from '../models/acte.js'
import type Answer from '../models/answer.js'
import ClassificationVersion from '../models/classification_version.js'
import type Transmission from '../models/transmission.js'
import { isToRead } from '../letter_replies.js'
import { replyTo } from '../letters.js'
import { sharedLetter } from '../shared_letter.js'
import { typesPJOf, type Classification } from '../rules/classification.js'
import { letterOf, replyLabel, type LetterType } from '../rules/letters.js'
import { LocalDate } from '#lib/values'

type Reader = Pick<HttpContext, 'tenant' | 'allows'>

/** Everything that the page of a letter of the prefecture shows, to somebody who may answer or not. */
export async function letterScreen(acte: Acte, letter: Answer, reader: Reader) {
  const base = `/c/${reader.tenant.slug}/actes`
  const actePage = `${base}/${acte.id}`
  const { title, replies } = letterOf(letter.kind as LetterType)
  const sent = await replyTo(letter)
  const isOpen =
    reader.allows('actes.transmit') && (!sent || sent.state === 'failed') && !letter.settledAt
  const types = await typesFor(acte)
  return {
    base,
    acte,
    actePage,
    here: `${actePage}/courriers/${letter.id}`,
    title,
    facts: factsOf(acte, letter),
    files: await filesOf([...letter.attachmentIds, letter.documentId], actePage),
    reply: sent && (await replyScreen(sent, actePage)),
    isOpen,
    shared: { form: sharedLetter(letter, sent).key, seen: seenIn(sharedLetter(letter, sent)) },
    watched: [acte.id, letter.id, ...(sent ? [sent.id] : [])],
    settled: letter.settledAt && settledWords(letter),
    deferral: letter.kind === '5-1' ? await deferralScreen(acte, letter, isOpen, reader) : null,
    choices: replies.map(({ type, label, help }) => ({ value: type, label, help })),
    takesSeveral: replies.some(({ several }) => several),
    types,
    usualType: usualReplyType(types),
  }
}

const settledWords = ({ settledAt, settledNote }: Answer) =>
  [`Classé le ${day(settledAt!)}`, settledNote].filter(Boolean).join(' : ')

/** What may be done about an acte that is before the court. */
async function deferralScreen(acte: Acte, letter: Answer, isOpen: boolean, reader: Reader) {
  const origin = { capability: 'actes', id: acte.id }
  const deposit = await depositOf(origin)
  const held = deposit !== null && (await isHeld(origin))
  return {
    isOpen,
    isUnread: isOpen && (await isToRead(letter.id)),
    deposit: deposit && { href: depositLink(deposit, reader)?.href, isHeld: held },
    mayHold: isOpen && deposit !== null && !held,
  }
}

/** A letter of reply is not of the type of the acte that it is about: none is proposed but a letter. */
const usualReplyType = (types: { value: string; label: string }[]) =>
  types.find(({ label }) => /courrier|lettre|r[ée]ponse/i.test(label))?.value ?? ''

function factsOf(acte: Acte, { saidOn, detail, receivedAt }: Answer) {
  const written = LocalDate.tryParse(saidOn ?? '')
  return [
    { name: 'Acte', value: `${acte.title} : ${acte.objet}` },
    { name: 'Identifiant', value: acte.identifier, mono: true },
    { name: 'Courrier du', value: written ? day(written) : 'Date absente du message' },
    { name: 'Arrivé le', value: day(receivedAt) },
    { name: 'La préfecture écrit', value: detail },
  ]
}

const REPLY_STATES: Record<Transmission['state'], { label: string; meaning: Meaning }> = {
  frozen: { label: 'Envoi en cours', meaning: 'doing' },
  attempting: { label: 'Envoi en cours', meaning: 'doing' },
  uncertain: { label: 'Envoi à confirmer', meaning: 'doing' },
  sent: { label: 'Remise à la préfecture', meaning: 'done' },
  answered: { label: 'Reçue par la préfecture', meaning: 'done' },
  failed: { label: 'Refusée à l’envoi', meaning: 'trouble' },
}

async function replyScreen(sent: Transmission, actePage: string) {
  return {
    title: replyLabel(sent.type),
    state: REPLY_STATES[sent.state],
    reason: sent.state === 'failed' ? sent.lastError : null,
    at: sent.createdAt.toJSDate(),
    files: await filesOf([...sent.documentIds, sent.archiveDocumentId], actePage),
    isLive: sent.isUnderWay || (sent.state === 'sent' && sent.type !== '2-2'),
  }
}

async function filesOf(ids: string[], actePage: string) {
  const files = await documents.findMany(ids)
  return files.map((file) => ({ ...file, href: `${actePage}/documents/${file.id}` }))
}

async function typesFor(acte: Acte) {
  const version = await ClassificationVersion.latest()
  if (!version || !acte.nature) return []
  const types = typesPJOf(version.content as Classification, acte.nature.code)
  return types.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))
}
