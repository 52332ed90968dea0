import { createWriteStream } from 'node:fs'
import { mkdir, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { DomainError } from '#lib/errors'
import { frenchLine } from '#lib/sheets/csv'
import { checksumLine } from '../rules/checksum_line.js'
import { finalActionLabel } from '../rules/retention.js'
import { hashing } from './hashing.js'
import type { ExportedDocument } from './tree.js'

export interface ExportReport {
  out: string
  spaces: number
  folders: number
  documents: number
  /** In octets. */
  bytes: number
  seconds: number
  /** Spaces that nobody but their person takes away. */
  personal: number
  errors: { path: string; code: string; message: string }[]
}

/** Its columns are those that an import reads, then what is known of the file. */
export const COLUMNS = [
  ...['chemin', 'type', 'date', 'titre', 'regle', 'sort', 'point_de_depart'],
  ...['version', 'octets', 'media', 'sha256', 'sha512', 'depose_le', 'champs'],
]

interface Writing {
  tenantId: string
  out: string
  types: Map<string, string>
  report: ExportReport
  metadata: FileHandle
  sums: FileHandle
}

/** Writes a file as it is decrypted; one that is lost or altered is told, and the others follow. */
export async function writeOne(writing: Writing, document: ExportedDocument): Promise<void> {
  const { tenantId, out, report, metadata, sums } = writing
  const path = document.names.join('/')
  try {
    const [file] = await tenancy.run(tenantId, () =>
      documents.openable([document.version.documentId])
    )
    let sha512 = ''
    const to = join(out, ...document.names)
    await mkdir(dirname(to), { recursive: true })
    await pipeline(
      await file.open(),
      hashing((told) => (sha512 = told)),
      createWriteStream(to, { flags: 'wx' })
    )
    await sums.writeFile(checksumLine(sha512, path))
    await metadata.writeFile(lineOf(document, writing.types, sha512))
    report.documents++
    report.bytes += file.size
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    report.errors.push({ path, code: error.code, message: error.message })
  }
}

/** The line of `metadata.csv` of a document; `names` as the export writes them. */
export function lineOf(
  { names, node, version }: ExportedDocument,
  types: Map<string, string>,
  sha512: string
) {
  return frenchLine([
    names.join('/'),
    (node.typeId && types.get(node.typeId)) ?? '',
    node.documentDate?.toISODate() ?? '',
    node.title,
    node.retentionRule ?? '',
    node.finalAction ? finalActionLabel(node.finalAction).toLowerCase() : '',
    node.retentionFrom?.toISODate() ?? '',
    ...[version.label, Number(version.size), version.mediaType, version.digest, sha512],
    version.at.toUTC().toISO()!,
    Object.keys(node.fields).length ? JSON.stringify(node.fields) : '',
  ])
}
