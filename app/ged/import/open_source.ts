import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { HEAD_BYTES, mediaTypeOf } from '#lib/media_type'
import { isMailName } from '../rules/names.js'
import { fileSource, folderSource } from './folder_source.js'
import { mailSource, withMailParts } from './mail_source.js'
import type { Source, SourceEntry } from './source.js'
import { zipSource } from './zip_source.js'

/**
 * What stands at a path of the machine: a folder, a ZIP, a message with its parts, or one file.
 * @throws E_GED_ARCHIVE_UNSAFE, E_GED_ARCHIVE_UNREADABLE, E_GED_MAIL_UNREADABLE
 */
export async function openSource(path: string): Promise<Source> {
  const found = await stat(path)
  if (found.isDirectory()) return readingMails(folderSource(path))
  const name = basename(path)
  if (isMailName(name)) return mailSource(entryOf(path, name, found.size))
  return (await isZip(path, name)) ? readingMails(await zipSource(path)) : fileSource(path, name)
}

/** What messages carry is taken with them, wherever they stand. */
const readingMails = ({ entries, close }: Source): Source => ({
  entries: () => withMailParts(entries()),
  close,
})

/** What office suites write is a ZIP too, and one document: its name says so. */
const isZip = async (path: string, name: string) =>
  /\.zip$/i.test(name) ||
  (!/\.[\p{L}\p{N}]+$/u.test(name) && (await contentType(path)) === 'application/zip')

async function contentType(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES))
    return mediaTypeOf(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

const entryOf = (path: string, name: string, size: number): SourceEntry => ({
  ...{ path: name, names: [name], kind: 'file', size },
  open: async () => createReadStream(path),
})
