import { documents } from '#kernel/documents'
import { entryName } from '#lib/zip/entry_name'
import type { ZippedFile } from '#lib/zip/zip'
import Invoice from './models/invoice.js'
import { piecesOf } from './pieces_of.js'

/** All the files of these invoices, a directory an invoice, the one that came first. */
export async function zippedInvoices(ids: string[]): Promise<ZippedFile[]> {
  const invoices = await Invoice.query().whereIn('id', ids).orderBy('id')
  const pieces = invoices.flatMap((invoice, index) => {
    const place = `${index + 1} - ${entryName(invoice.title)}`
    return piecesOf(invoice).map(({ id }, position) => ({ id, place, position }))
  })
  const opened = await documents.openable(pieces.map(({ id }) => id))
  return opened.map(({ name, size, open }, index) => {
    const { place, position } = pieces[index]
    return { path: `${place}/${position + 1} - ${entryName(name)}`, size, open }
  })
}
