import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { invoiceOf } from '#lib/einvoice/read'
import { profileOf } from '#lib/einvoice/check/profile'
import { sheetFor } from '#lib/einvoice/packs/judge_pack'
import { readXml } from '#lib/xml/tree/reader'

const SHARED = resolve(process.env.SHARED_DATA_DIR ?? join('..', 'shared', 'data'), 'einvoicing')
const PACK = join(SHARED, 'artefacts', 'fnfe-france-rfe-1.4.0.03')

/** An invoice of the corpus, and the two official sheets that judge it. */
export interface Judged {
  path: string
  sheets: string[]
}

/** The folder of the official pack; null on a machine that has no shared data. */
export const packFolder = (): string | null => (existsSync(PACK) ? PACK : null)

export const oracleDriver = (): string => join(SHARED, 'oracle', 'SchematronOracle.java')

/**
 * The invoices in XML of the corpus that EN 16931 or its French extension judges, the fragments of
 * unit tests left out; none on a machine that has no shared data.
 */
export function corpus(): Judged[] {
  const manifest = join(SHARED, 'corpus', 'manifest.json')
  if (!existsSync(manifest)) return []
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { file: string }[] }
  return files
    .filter(({ file }) => file.endsWith('.xml') && !file.includes('/unit/'))
    .flatMap(({ file }) => {
      const path = join(SHARED, 'corpus', file)
      const sheets = sheetsOf(path)
      return sheets ? [{ path, sheets }] : []
    })
}

function sheetsOf(path: string): string[] | null {
  const invoice = invoiceOf(readXml(readFileSync(path)))
  const profile = invoice && profileOf(invoice)
  if (!profile || (profile.set !== 'en16931' && profile.set !== 'extended-ctc-fr')) return null
  return [sheetFor(profile.set, invoice, profile)!, sheetFor('br-fr', invoice, profile)!]
}
