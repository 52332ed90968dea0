import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { LEGAL_BASIS_LETTERS } from '../rules/legal_bases.js'
import type DocumentType from '../types/document_type.js'
import Processing from './processing.js'

const sentence = () => vine.string().trim().minLength(2).maxLength(500)

/** What the register asks of a type. */
export const newProcessing = vine.create({
  purpose: sentence(),
  legalBasis: vine.enum(LEGAL_BASIS_LETTERS),
  persons: sentence(),
  data: sentence(),
  disclosedTo: sentence(),
})

/** Writes what the register says of a type, in the place of what it said. */
export async function tellProcessing(
  type: DocumentType,
  told: Infer<typeof newProcessing>,
  by: Actor
): Promise<Processing> {
  const { disclosedTo: recipients, ...rest } = told
  const said = {
    ...rest,
    recipients,
    toldAt: clock.now(),
    toldBy: by.kind === 'person' ? by.id! : null,
  }
  const known = await Processing.query().where('type_id', type.id).first()
  const processing = known
    ? await known.merge(said).save()
    : await Processing.create({ ...said, typeId: type.id })
  const subject = { capability: 'ged', type: 'type', id: type.id }
  await journal.append({ type: 'ged.processing_told', subject, actor: by, data: told })
  return processing
}
