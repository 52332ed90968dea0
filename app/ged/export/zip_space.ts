import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { documents, type OpenableDocument } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { frenchLine } from '#lib/sheets/csv'
import type { ZippedFile } from '#lib/zip/zip'
import { checksumLine } from '../rules/checksum_line.js'
import type Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'
import { hashing } from './hashing.js'
import { type ExportedDocument, treeOf } from './tree.js'
import { COLUMNS, lineOf } from './write_document.js'
import { zipPaths } from './zip_paths.js'

interface Found extends ExportedDocument {
  file: OpenableDocument
  /** In the archive. */
  path: string
  /** In hexadecimal, once it has passed. */
  sha512: string
}

/** As long as any: what is told of it has its length before the file has passed. */
const NOT_YET = '0'.repeat(128)

/**
 * What a space holds out of its trash, the last version of each document, to be zipped as the tree
 * stands, then `metadata.csv` and `SHA512SUMS`, that `sha512sum -c` checks without us: both are
 * written of the files as they have passed. `folders`: those of the tree, empty ones too; `etag`: of all
 * that is told of them, and nothing of when it was asked.
 */
export async function spaceToZip(
  space: Space
): Promise<{ files: ZippedFile[]; folders: string[]; etag: string }> {
  const { found, folders } = await treeHeld(space)
  const types = new Map((await DocumentType.query()).map(({ id, code }) => [id, code]))
  const lines = found.map((one) => () => lineOf({ ...one, names: [one.path] }, types, one.sha512))
  const words = () => ['\ufeff', frenchLine(COLUMNS), ...lines.map((line) => line())].join('')
  const metadata = lazily('metadata.csv', words)
  const sums = lazily('SHA512SUMS', () =>
    [...found, metadata].map(({ sha512, path }) => checksumLine(sha512, path)).join('')
  )
  const files = [...found.map(passing), metadata, sums]
  const told = createHash('sha256')
    .update(`${words()}\n${folders.join('\n')}`)
    .digest('hex')
  return { files, folders: zipPaths(folders), etag: `"${told.slice(0, 32)}"` }
}

async function treeHeld(space: Space) {
  const [held, folders]: [ExportedDocument[], string[][]] = [[], []]
  for await (const one of treeOf(tenancy.tenantId(), space)) {
    if ('folder' in one) folders.push(one.folder)
    else held.push(one)
  }
  const files = await documents.openable(held.map(({ version }) => version.documentId))
  const paths = zipPaths(held.map(({ names }) => names))
  const found: Found[] = held.map((one, n) => ({
    ...one,
    ...{ file: files[n], path: paths[n], sha512: NOT_YET },
  }))
  return { found, folders }
}

const passing = (one: Found): ZippedFile => ({
  path: one.path,
  size: one.file.size,
  open: async () => hashed(await one.file.open(), one),
})

/** A file of ours, of which the words are known when its turn comes, and the length before. */
function lazily(path: string, words: () => string) {
  const one = {
    ...{ path, sha512: NOT_YET, size: Buffer.byteLength(words()) },
    open: async () => hashed(Readable.from([Buffer.from(words())]), one),
  }
  return one
}

/** What breaks on its way breaks the archive, which hears of it from what passes. */
const hashed = (from: Readable, one: { sha512: string }): Readable =>
  pipeline(
    from,
    hashing((told) => (one.sha512 = told)),
    () => undefined
  )
