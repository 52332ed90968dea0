import { posix } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { defineReading } from '#kernel/reading'
import { MailUnreadable } from '../errors.js'
import type { MailPart, ReadMail, readMail } from './read_mail.js'
import { isMailName, stemOf } from '../rules/names.js'
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
  return { entries: () => messageEntries(message, mail), close: async () => undefined }
}

/**
 * The entries of a source, each message followed by the files that it carries, as when it is dropped
 * alone. What is called a message and cannot be read as one is a file like others.
 */
export async function* withMailParts(
  entries: AsyncIterable<SourceEntry>
): AsyncGenerator<SourceEntry> {
  for await (const entry of entries) {
    const isMail = entry.kind === 'file' && !entry.fault && isMailName(entry.names.at(-1)!)
    const mail = isMail ? await readMailOf(entry) : null
    if (mail) yield* messageEntries(entry, mail)
    else yield entry
  }
}

async function* messageEntries(message: SourceEntry, mail: ReadMail): AsyncGenerator<SourceEntry> {
  yield { ...message, own: wordsOf(mail) }
  if (mail.parts.length === 0) return
  const names = [...message.names.slice(0, -1), folderOfPartsName(message.names.at(-1)!)]
  // Its path tells it from another of its name, which its names do not
  const path = posix.join(
    posix.dirname(message.path),
    folderOfPartsName(posix.basename(message.path))
  )
  const folder = { path, names }
  yield folderEntry(folder)
  for (const [rank, part] of mail.parts.entries()) yield partEntry(folder, part, rank)
}

/** Where the files of a message stand beside it. */
export const folderOfPartsName = (name: string): string => `${stemOf(name)} (pièces jointes)`

type FolderOfParts = Pick<SourceEntry, 'path' | 'names'>

const folderEntry = (folder: FolderOfParts): SourceEntry => ({
  ...folder,
  kind: 'folder',
  size: 0,
  open: async () => Readable.from([]),
})

const partEntry = ({ path, names }: FolderOfParts, part: MailPart, rank: number): SourceEntry => ({
  path: `${path}/${rank + 1}/${part.name}`,
  names: [...names, part.name],
  kind: 'file',
  size: part.bytes.length,
  open: async () => Readable.from([Buffer.from(part.bytes)]),
  own: partWords(part),
})

/** What is told of a part: of a message within the message, its subject. */
export const partWords = ({ subject }: MailPart): OwnWords | undefined =>
  subject ? { title: subject, type: 'message' } : undefined

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
