import { Readable } from 'node:stream'
import type { Actor } from '#kernel/actor'
import type { DomainError } from '#lib/errors'
import type { IncomingFile } from '#web/uploads'
import { MailParts } from '../errors.js'
import { folderOfPartsName, partWords } from '../import/mail_source.js'
import type { ReadMail } from '../import/read_mail.js'
import { freeName } from '../nodes/naming.js'
import Node from '../nodes/node.js'

/** Of one message: as many as one drop brings; each is written and looked at while she waits. */
const MOST_PARTS = 300

/** Why the files of a message are not filed beside it, if they are not. */
export const partsRefused = ({ parts }: ReadMail): DomainError | null =>
  parts.length > MOST_PARTS ? new MailParts(parts.length, MOST_PARTS) : null

/** The files that a message carries, as if each had been dropped. */
export const carriedFiles = ({ parts }: ReadMail) =>
  parts.map((part) => ({ file: fileOf(part), own: partWords(part) }))

const fileOf = ({ name, bytes }: ReadMail['parts'][number]): IncomingFile => ({
  name,
  size: bytes.length,
  open: () => Readable.from([Buffer.from(bytes)]),
  done: async () => undefined,
})

/** Opens beside a message the folder of what it carries; its identifier. */
export async function folderOfParts(messageId: string, by: Actor): Promise<string> {
  const { spaceId, parentId, accessId, name } = await Node.get(messageId)
  const place = { spaceId, parentId, accessId }
  const folder = await Node.openFolder(place, await freeName(place, folderOfPartsName(name)), by)
  return folder.id
}
