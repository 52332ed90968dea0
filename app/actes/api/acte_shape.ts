import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { fileShape, told } from '#web/api/shapes'
import { ACTE_STATES } from '../rules/lifecycle.js'

const file = () => fileShape.clone().nullable()

/** What a program is told of an acte. */
export const acteShape = vine.create({
  id: told.id(),
  state: told.oneOf(ACTE_STATES),
  stateLabel: told.text(),
  nature: told.count().nullable(),
  natureLabel: told.text().nullable(),
  matiere: told.text(),
  numero: told.text(),
  objet: told.text(),
  decisionDate: told.day().nullable(),
  typePJ: told.text(),
  paperToo: told.flag(),
  withheld: told.flag(),
  previousIdentifier: told.text().nullable(),
  /** Of the ministry, once it left. */
  identifier: told.text().nullable(),
  document: file(),
  signedDocument: file(),
  stampedDocument: file(),
  redactedDocument: file(),
  annexes: vine.array(
    vine.object({ id: told.id(), position: told.count(), typePJ: told.text(), file: fileShape })
  ),
  anomaly: vine.object({ code: told.text().nullable(), detail: told.text().nullable() }).nullable(),
  acknowledgement: vine
    .object({ receivedOn: told.day().nullable(), isProved: told.flag(), file: file() })
    .nullable(),
  publishedOn: told.day().nullable(),
  publicForm: told.oneOf(['none', 'redacted', 'whole']),
  folderId: told.id().nullable(),
  archiveReference: told.text().nullable(),
  /** Why the work on it stopped, until somebody takes it up again. */
  trouble: told.text().nullable(),
  createdAt: told.moment(),
})

export type ToldActe = Infer<typeof acteShape>
