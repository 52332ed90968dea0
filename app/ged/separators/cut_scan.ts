import { documents } from '#kernel/documents'
import { ReadingBusy } from '#kernel/reading'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { DomainError } from '#lib/errors'
import { cutAt, type Part } from '#lib/separators/cut_at'
import { sheetCode, type SheetOrder } from '#lib/separators/sheet_code'
import Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import type { Bringer } from './bringer.js'
import Cut from './cut.js'
import { ScanCutInexact, ScanTooLong } from './errors.js'
import { type CutPart, fileParts } from './file_parts.js'
import { cutApart, MOST_PAGES, readSheets } from './read_sheets.js'
import Sheet from './sheet.js'

/** Of a scan, in bytes: it is held in memory, and read again with each of its parts. */
const LARGEST = 100_000_000
/** Of all its parts: what is in one page only is not to be copied in each of them. */
const MOST_GROWN = 2

/**
 * Cuts a scan at the separator sheets that the member printed: each document that it holds is filed
 * as its sheet says, or beside it with the reason. The scan stays as it is; so it does, alone, when
 * something prevents the cut, and its page says what. Once; outside any transaction.
 * @throws what the next attempt may not meet: a reading that is busy, a base that is gone
 */
export async function cutScan(tenantId: string, nodeId: string, bringer: Bringer): Promise<void> {
  const scan = await tenancy.run(tenantId, () => scanToCut(nodeId))
  if (!scan) return
  try {
    if (scan.size > LARGEST) throw new ScanTooLong(MOST_PAGES)
    const bytes = await tenancy.run(tenantId, () => documents.read(scan.documentId))
    const parts = await partsOf(tenantId, bytes, scan.siren)
    if (parts.length === 0) return
    const files = await filesOf(bytes, parts)
    await tenancy.run(tenantId, () => fileParts(nodeId, files, bringer))
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof ReadingBusy) throw error
    await tenancy.run(tenantId, () => tellTrouble(nodeId, error))
  }
}

/** Null of what is gone, or was cut by an attempt before this one. */
async function scanToCut(nodeId: string) {
  const node = await Node.find(nodeId)
  if (!node || node.deletedAt || (await Cut.find(nodeId))) return null
  const { documentId, size } = await Version.lastOf(nodeId)
  return { documentId, size: Number(size), siren: (await tenants.current()).siren }
}

/** A sheet that this member never printed is a page. */
async function partsOf(tenantId: string, bytes: Buffer, siren: string) {
  const pages = await readSheets(bytes, siren).catch(unreadable)
  const orders = pages.flatMap((page) => (typeof page === 'object' ? page.sheet : []))
  if (orders.length === 0) return []
  const codeOf = (order: SheetOrder) => sheetCode(siren, order)
  const printed = await tenancy.run(tenantId, () => Sheet.printedAmong(orders.map(codeOf)))
  return cutAt(
    pages.map((page) =>
      typeof page === 'object' && !printed.has(codeOf(page.sheet)) ? 'page' : page
    )
  )
}

/** A locked or damaged PDF has no sheet that anybody sees: it is kept as others are. */
function unreadable(error: unknown): never[] {
  const isOfFile = error instanceof DomainError && error.code.startsWith('E_PDF_')
  if (!isOfFile) throw error
  return []
}

async function filesOf(bytes: Buffer, parts: Part<SheetOrder>[]): Promise<CutPart[]> {
  const files: CutPart[] = []
  let weight = 0
  for (const { sheet, pages } of parts) {
    const part = await cutApart({ bytes, pages }).catch((error) => {
      throw error.name === 'CutInexact' ? new ScanCutInexact() : error
    })
    weight += part.length
    if (weight > LARGEST + MOST_GROWN * bytes.length) throw new ScanCutInexact()
    files.push({ sheet, pages, bytes: Buffer.from(part) })
  }
  return files
}

/** Said where the scan is; one that was thrown away meanwhile says nothing. */
async function tellTrouble(nodeId: string, { message }: DomainError): Promise<void> {
  const node = await Node.find(nodeId)
  if (node) await Cut.failed(nodeId, message)
}
