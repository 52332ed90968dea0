import { join } from 'node:path'
import { distinct } from './pdfs.js'
import { stopwatch } from './travel.js'
import { travelInvoice, type InvoiceJourney } from './travel_invoice.js'

/**
 * One invoice in `out`, or several one after the other, each in a folder there; returns the exit
 * status: 0 when all of them were archived.
 */
export async function travelInvoices(
  road: Omit<InvoiceJourney, 'pdf'>,
  paths: string[],
  out: string,
  watch: ReturnType<typeof stopwatch>
): Promise<number> {
  const { pdfs } = await distinct(paths)
  if (pdfs.length === 1) {
    await travelInvoice({ ...road, pdf: pdfs[0].path }, out, watch)
    return 0
  }
  let stopped = 0
  const present = new Map()
  for (const { path, slug } of pdfs) {
    const quiet = stopwatch(() => undefined)
    try {
      await travelInvoice({ ...road, present, pdf: path }, join(out, slug), quiet)
      console.log(`archivée    ${path}`)
    } catch (error) {
      stopped += 1
      console.error(`INTERROMPUE ${path}\n            ${(error as Error).message}`)
    }
  }
  console.log(`\n${pdfs.length - stopped} archivées, ${stopped} interrompues.`)
  return stopped === 0 ? 0 : 1
}
