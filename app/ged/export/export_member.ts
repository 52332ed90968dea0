import { createHash } from 'node:crypto'
import { mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tenancy } from '#kernel/tenancy'
import { frenchLine } from '#lib/sheets/csv'
import { checksumLine } from '../rules/checksum_line.js'
import Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'
import { treeOf } from './tree.js'
import { COLUMNS, type ExportReport, writeOne } from './write_document.js'

/** Whether an export may be written in a folder: it is not there, or nothing is in it. */
export async function isFree(out: string): Promise<boolean> {
  const names = await readdir(out).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.length === 0
}

/**
 * Writes the documents of a member, in its spaces and folders under their own names, with
 * `metadata.csv` and `SHA512SUMS`, that `sha512sum -c` checks without us. Personal spaces are left
 * to their persons.
 */
export async function exportMember(tenantId: string, out: string): Promise<ExportReport> {
  const began = performance.now()
  await mkdir(out, { recursive: true })
  const { spaces, personal, types } = await tenancy.run(tenantId, async () => {
    const all = await Space.query().orderBy('slug')
    return {
      spaces: all.filter(({ kind }) => kind !== 'personal'),
      personal: all.filter(({ kind }) => kind === 'personal').length,
      types: new Map((await DocumentType.query()).map(({ id, code }) => [id, code])),
    }
  })
  const report: ExportReport = {
    ...{ out, spaces: spaces.length, folders: 0, documents: 0, bytes: 0, seconds: 0 },
    ...{ personal, errors: [] },
  }
  const [metadata, sums] = [
    await open(join(out, 'metadata.csv'), 'wx'),
    await open(join(out, 'SHA512SUMS'), 'wx'),
  ]
  try {
    await metadata.writeFile(`\ufeff${frenchLine(COLUMNS)}`)
    for (const space of spaces) {
      for await (const one of treeOf(tenantId, space)) {
        if ('folder' in one) {
          await mkdir(join(out, ...one.folder), { recursive: true })
          report.folders++
        } else await writeOne({ tenantId, out, types, report, metadata, sums }, one)
      }
    }
    const whole = await sha512Of(join(out, 'metadata.csv'))
    await sums.writeFile(checksumLine(whole, 'metadata.csv'))
  } finally {
    await Promise.all([metadata.close(), sums.close()])
  }
  report.folders -= spaces.length
  return { ...report, seconds: Math.round(performance.now() - began) / 1000 }
}

async function sha512Of(path: string): Promise<string> {
  const file = await open(path)
  const hash = createHash('sha512')
  for await (const chunk of file.createReadStream()) hash.update(chunk)
  return hash.digest('hex')
}
