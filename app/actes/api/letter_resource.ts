import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { documents } from '#kernel/documents'
import { fileShape, told, toldFile } from '#web/api/shapes'
import type { Call } from '#web/api/operation'
import { heldLetter, letterOfActe } from '../letter_gestures.js'
import { replyTo } from '../letters.js'
import type Answer from '../models/answer.js'
import { letterOf, letterTypes, type LetterType } from '../rules/letters.js'
import { acteUrl } from './acte_resource.js'

/** What a program is told of a letter of the prefecture. */
export const letterShape = vine.create({
  id: told.id(),
  acteId: told.id(),
  /** The message of the ministry: 2-1, 3-1, 4-1 or 5-1. */
  type: told.oneOf(letterTypes),
  title: told.text(),
  saidOn: told.day().nullable(),
  receivedAt: told.moment(),
  detail: told.text().nullable(),
  files: vine.array(fileShape.clone()),
  /** How it may be answered. */
  replies: vine.array(vine.object({ type: told.text(), label: told.text(), several: told.flag() })),
  reply: vine.object({ type: told.text(), state: told.text() }).nullable(),
  settledAt: told.moment().nullable(),
  settledNote: told.text().nullable(),
})

export type ToldLetter = Infer<typeof letterShape>

/** A letter about an acte, with its files. */
export async function toldLetter(acteId: string, letter: Answer): Promise<ToldLetter> {
  const { title, replies } = letterOf(letter.kind as LetterType)
  const ids = [...letter.attachmentIds, letter.documentId].filter((id) => id !== null)
  const files = await documents.findMany(ids)
  const sent = await replyTo(letter)
  return {
    id: letter.id,
    acteId,
    type: letter.kind as LetterType,
    title,
    saidOn: letter.saidOn ?? null,
    receivedAt: letter.receivedAt.toUTC().toISO()!,
    detail: letter.detail ?? null,
    files: files.map((one) => toldFile(one, `${acteUrl(acteId)}/documents/${one.id}`)),
    replies: replies.map(({ type, label, several }) => ({ type, label, several })),
    reply: sent && { type: sent.type, state: sent.state },
    settledAt: letter.settledAt?.toUTC().toISO() ?? null,
    settledNote: letter.settledNote ?? null,
  }
}

/** The letter named by a call, as it stands. */
export async function toldAgain({ params }: Call) {
  const { acte, letter } = await letterOfActe(params.id, params.letter)
  return toldLetter(acte.id, letter)
}

/** The letter as the program saw it, held until what it asks is done. */
export async function seenLetter({ params }: Call): Promise<ToldLetter> {
  const { acte, letter } = await heldLetter(params.id, params.letter)
  return toldLetter(acte.id, letter)
}

export const letterAnswer = (status: 200 | 202 = 200) => ({
  kind: 'thing' as const,
  of: 'Courrier',
  shape: letterShape,
  status,
})
