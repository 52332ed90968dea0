import { spawnSync } from 'node:child_process'
import { type PDF, PdfDict } from '@libpdf/core'
import { arrayAt, loadPdf, resolved } from '#lib/pdf/document'
import { boxOf, rotationOf, visibleBox, type Box } from '#lib/pdf/page'
import { drawnPages, type Drawn } from './drawn.js'

/** Twelve tools in a row at most: well below the silence after which the process is ended. */
const options = { maxBuffer: 512 * 1024 * 1024, timeout: 15_000 }
const said = (tool: string, args: string[]) => {
  const { stdout, status, signal } = spawnSync(tool, args, options)
  return { text: stdout?.toString('utf8') ?? '', status, isLate: signal !== null }
}

const OURS =
  'Signé électroniquement par Soizic Madec Maire Accusé de réception en préfecture 035-213500012-20261122-D1-DE Reçu le 22 novembre 2026 Publié le 23 novembre 2026'
const DPI = 24
const BEYOND = 3
const SLIGHT = 40

/** In what a stamped copy differs from the document that was deposited, marks left out. */
export async function differencesBetween(
  before: string,
  after: string,
  { original, stamped }: { original: Buffer; stamped: Buffer }
): Promise<string[]> {
  const differences: string[] = []
  const [was, is] = [before, after].map((path) =>
    words(said('pdftotext', ['-raw', path, '-']).text)
  )
  for (const word of words(OURS).keys())
    is.set(word, Math.max(was.get(word) ?? 0, (is.get(word) ?? 0) - times(word)))
  const [checked, checkedNow] = [before, after].map((path) => said('qpdf', ['--check', path]))
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((word) => {
    const [times, timesNow] = [was.get(word) ?? 0, is.get(word) ?? 0]
    // A damaged file may show more once it is repaired, never less
    return checked.status === 0 ? times !== timesNow : times > timesNow
  })
  if (changed.length > 0) differences.push(`words: ${changed.slice(0, 8).join(' ')}`)
  if (!checkedNow.isLate && severity(checkedNow.status) > severity(checked.status))
    differences.push(`qpdf: ${checked.status} became ${checkedNow.status}`)
  const [known, knownNow] = [before, after].map((path) => said('pdfsig', ['-nocert', path]))
  const verdicts = ({ text }: { text: string }) => text.match(/Signature Validation: .*/g) ?? []
  const valid = (all: { text: string }) =>
    verdicts(all).filter((one) => one.includes('Signature is Valid')).length
  if (!knownNow.isLate && valid(knownNow) <= valid(known))
    differences.push(`pdfsig: ${verdicts(knownNow).join(' | ') || 'no signature'}`)
  const [pdf, marked] = [await loadPdf(original).catch(() => null), await loadPdf(stamped)]
  const pages = pdf ? pdf.getPageCount() : 0
  for (const page of new Set([1, 2, pages].filter((one) => one >= 1 && one <= pages)))
    differences.push(
      ...differentPixels(drawnPages(before, page, DPI), drawnPages(after, page, DPI), marked, page)
    )
  return differences
}

const times = (word: string) => OURS.split(/\s+/).filter((one) => one === word).length
const severity = (status: number | null) => [0, 3, 2].indexOf(status ?? 2)

function words(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.split(/\s+/).filter(Boolean))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function differentPixels(was: Drawn | null, is: Drawn | null, pdf: PDF, page: number): string[] {
  if (!was || !is) return was ? [`page ${page}: no longer drawn`] : []
  if (was.width !== is.width || was.height !== is.height) return [`page ${page}: of another size`]
  const marks = marksOn(pdf, page)
  let count = 0
  for (let at = 0; at < was.grey.length; at++) {
    if (Math.abs(was.grey[at] - is.grey[at]) < SLIGHT) continue
    const [x, y] = [at % was.width, Math.floor(at / was.width)]
    const isMark = marks.some(
      ([left, top, right, bottom]) =>
        x >= left - BEYOND && x <= right + BEYOND && y >= top - BEYOND && y <= bottom + BEYOND
    )
    if (!isMark) count += 1
  }
  return count > 0 ? [`page ${page}: ${count} pixels outside of the marks`] : []
}

/** Where our marks are on the drawn page: left, top, right, bottom in pixels. */
function marksOn(pdf: PDF, number: number): Box[] {
  const page = pdf.context.resolve(pdf.context.pages.getPage(number - 1)!) as PdfDict
  const [left, bottom, right, top] = visibleBox(pdf, page)
  const rotation = rotationOf(pdf, page)
  const items = arrayAt(pdf, page, 'Annots')?.toArray().slice(-2) ?? []
  return items.flatMap((item) => {
    const mark = resolved(pdf, item)
    const box = mark instanceof PdfDict ? boxOf(pdf, resolved(pdf, mark.get('Rect'))) : null
    if (!box) return []
    const [x, y, x2, y2] = box
    const turned: Record<number, Box> = {
      0: [x - left, top - y2, x2 - left, top - y],
      90: [y - bottom, x - left, y2 - bottom, x2 - left],
      180: [right - x2, y - bottom, right - x, y2 - bottom],
      270: [top - y2, right - x2, top - y, right - x],
    }
    return [turned[rotation].map((value) => (value * DPI) / 72) as Box]
  })
}
