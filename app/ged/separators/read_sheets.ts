import { defineReading, FileTooComplex, FileTooHeavy } from '#kernel/reading'
import type { ScannedPage } from '#lib/separators/cut_at'
import type { cutPdf } from '#lib/separators/cut_pdf'
import type { readScan, ScanRead } from '#lib/separators/read_scan'
import type { SheetOrder } from '#lib/separators/sheet_code'
import { ScanTooLong } from './errors.js'

const readApart = defineReading<typeof readScan>(
  new URL('../../../lib/separators/read_scan.js', import.meta.url),
  'readScan'
)

/** `cutPdf`, in a thread of its own. */
export const cutApart = defineReading<typeof cutPdf>(
  new URL('../../../lib/separators/cut_pdf.js', import.meta.url),
  'cutPdf'
)

/** Pages that are looked at in one thread, and then its memory is given back. */
const AT_ONCE = 10
/** Thicker, it is no pile that somebody fed to a machine. */
export const MOST_PAGES = 500

/**
 * What each page of a scan is; those that cannot be read in time are pages like others.
 * @throws E_GED_SCAN_TOO_LONG, and what `loadPdf` throws
 */
export async function readSheets(bytes: Buffer, siren: string) {
  const pages: ScannedPage<SheetOrder>[] = []
  for (let [from, count] = [0, 1]; from < count; from += AT_ONCE) {
    const some = await readSome({ bytes, siren, from, to: from + AT_ONCE })
    if (some.count > MOST_PAGES) throw new ScanTooLong(MOST_PAGES)
    pages.push(...some.pages)
    count = some.count
  }
  return pages
}

type Asked = Parameters<typeof readApart>[0]

async function readSome(asked: Asked): Promise<ScanRead> {
  try {
    return await readApart(asked)
  } catch (error) {
    if (!isExcess(error)) throw error
    return readEach(asked)
  }
}

/** One after the other, where ten were too much. */
async function readEach({ from, to, ...asked }: Asked): Promise<ScanRead> {
  let count = to
  const pages: ScannedPage<SheetOrder>[] = []
  for (let page = from; page < Math.min(to, count); page++) {
    const one = await readApart({ ...asked, from: page, to: page + 1 }).catch((error) => {
      if (!isExcess(error)) throw error
      return null
    })
    if (one) count = one.count
    pages.push(one?.pages[0] ?? 'page')
  }
  return { count, pages }
}

const isExcess = (error: unknown) =>
  error instanceof FileTooComplex || error instanceof FileTooHeavy
