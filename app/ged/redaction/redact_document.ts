import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { FileTooComplex, FileTooHeavy } from '#kernel/reading'
import { DomainError } from '#lib/errors'
import type { Redacted } from '#lib/pdf/redact/redact'
import { NodeMissing } from '../errors.js'
import { nothingTold } from '../nodes/deposit_file.js'
import { fileDocument } from '../nodes/file_document.js'
import { freeName } from '../nodes/naming.js'
import type Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import Relation from '../relations/relation.js'
import { mendedName } from '../rules/names.js'
import { RedactionEmpty, RedactionNotPdf, RedactionTooLong } from './errors.js'
import type { RedactionAsked } from './read_redaction.js'
import { redactApart } from './redact_apart.js'

export const PDF = 'application/pdf'
/** Of the file, in bytes: its pages are held in memory with what they become. */
const LARGEST = 100_000_000

/**
 * Files beside a document a copy of it that says no more what was asked to go. The document stays as
 * it is, and the journal keeps how much went, never what.
 * @throws E_GED_REDACTION…, E_REDACTION…, E_GED_CLOSED
 */
export async function redactDocument(
  node: Node,
  { title, order }: RedactionAsked,
  by: Actor
): Promise<{ copy: Node; pages: Redacted['pages'] }> {
  if (node.kind !== 'document') throw new NodeMissing()
  if (order.words.length + order.areas.length === 0) throw new RedactionEmpty().at('words')
  const last = await Version.lastOf(node.id)
  if (last.mediaType !== PDF) throw new RedactionNotPdf()
  if (Number(last.size) > LARGEST) throw new RedactionTooLong()
  const { bytes, pages } = await redacted(await documents.read(last.documentId), order)
  const place = { spaceId: node.spaceId, parentId: node.parentId, accessId: node.accessId }
  const name = await freeName(place, mendedName(`${title}.pdf`))
  const file = await documents.store(bytes, { name, accept: [PDF] })
  // Its fields may say what was taken away
  const told = { ...nothingTold(name), title, typeId: node.typeId }
  const copy = await fileDocument(place, { name, told, file, by })
  await Relation.create({
    ...{ fromId: copy.id, toId: node.id, kind: 'redacts', createdAt: clock.now() },
    createdBy: by.id ?? null,
  })
  const letters = pages.reduce((sum, page) => sum + page.letters, 0)
  const data = { of: node.id, version: last.label, sha256: file.sha256, letters }
  await journal.append({ type: 'ged.redacted', subject: copy.ref, actor: by, data })
  return { copy, pages }
}

async function redacted(bytes: Buffer, order: RedactionAsked['order']): Promise<Redacted> {
  try {
    return await redactApart({ bytes, order }, { giveAway: true })
  } catch (error) {
    if (error instanceof FileTooComplex || error instanceof FileTooHeavy)
      throw new RedactionTooLong()
    // What a redaction refuses is said where it was asked for
    if (error instanceof DomainError && !error.field) {
      throw error.at(order.words.length > 0 ? 'words' : 'areas')
    }
    throw error
  }
}
