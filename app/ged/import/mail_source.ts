import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { defineReading } from '#kernel/reading'
import { MailUnreadable } from '../errors.js'
import type { MailPart, ReadMail, readMail } from './read_mail.js'
import { stemOf } from '../rules/names.js'
import type { OwnWords, Source, SourceEntry } from './source.js'

/** `readMail`, in a thread of its own. */
export const readMailApart = defineReading<typeof readMail>(
  new URL('./read_mail.js', import.meta.url),
  'readMail'
)

/** No mail server takes more; and it is held whole in memory. */
const MOST_BYTES = 150_000_000

/** A message byte for byte, and beside it a folder of the files that it carries. */
export async function mailSource(message: SourceEntry): Promise<Source> {
  const mail = await readMailOf(message)
  if (!mail) throw new MailUnreadable()
  const folder = folderOfPartsName(message.names.at(-1)!)
  return {
    async *entries() {
      yield { ...message, own: wordsOf(mail) }
      if (mail.parts.length > 0) yield folderEntry(folder)
      for (const [rank, part] of mail.parts.entries()) yield partEntry(folder, part, rank)
    },
    close: async () => undefined,
  }
}

/** Where the files of a message stand beside it. */
export const folderOfPartsName = (name: string): string => `${stemOf(name)} (pièces jointes)`

const folderEntry = (name: string): SourceEntry => ({
  ...{ path: name, names: [name], kind: 'folder', size: 0 },
  open: async () => Readable.from([]),
})

const partEntry = (folder: string, part: MailPart, rank: number): SourceEntry => ({
  path: `${folder}/${rank + 1}/${part.name}`,
  names: [folder, part.name],
  kind: 'file',
  size: part.bytes.length,
  open: async () => Readable.from([Buffer.from(part.bytes)]),
  own: partWords(part),
})

/** What is told of a part: of a message within the message, its subject. */
export const partWords = ({ subject }: MailPart): OwnWords | undefined =>
  subject ? { title: subject, type: 'message' } : undefined

/** What a message says of itself; nothing of one that cannot be read, which is then a file like others. */
export async function readMailHead(entry: SourceEntry): Promise<OwnWords | undefined> {
  const mail = await readMailOf(entry)
  return mail ? wordsOf(mail) : undefined
}

/** A message with its parts; null of what is none. */
export async function readMailOf(entry: SourceEntry): Promise<ReadMail | null> {
  if (entry.size > MOST_BYTES) return null
  try {
    const bytes = await buffer(await entry.open())
    return await readMailApart({ bytes }, { bytes: bytes.length })
  } catch {
    return null // not a message after all, or one that only its sender's software reads
  }
}

/** What a message says of itself. */
export const wordsOf = ({ subject, from, to, date }: ReadMail): OwnWords => ({
  ...(subject && { title: subject }),
  ...(date && { date }),
  type: 'message',
  fields: { ...(from && { expediteur: from }), ...(to && { destinataires: to }) },
})
