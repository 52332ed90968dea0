import { spawnSync } from 'node:child_process'
import { loadPdf } from '#lib/pdf/document'
import { differentPixels } from './pixels.js'

/** Twelve tools in a row at most: well below the silence after which the process is ended. */
const options = { maxBuffer: 512 * 1024 * 1024, timeout: 15_000 }
const said = (tool: string, args: string[], limits = options) => {
  const { stdout, status, signal } = spawnSync(tool, args, limits)
  return { text: stdout?.toString('utf8') ?? '', status, isLate: signal !== null }
}

/** The words of a list of a thousand pages take ten seconds where nothing else runs. */
const READING = { ...options, timeout: 60_000 }

const OURS =
  'Signé électroniquement par Soizic Madec Maire Accusé de réception en préfecture 035-213500012-20261122-D1-DE Reçu le 22 novembre 2026 Publié le 23 novembre 2026'

/**
 * In what a stamped copy differs from the document that was deposited, marks left out; and the pages
 * of the deposited file of which its reader does not draw the same picture twice.
 */
export async function differencesBetween(
  before: string,
  after: string,
  { original, stamped }: { original: Buffer; stamped: Buffer }
): Promise<{ differences: string[]; unsteady: string[] }> {
  const [differences, unsteady] = [[] as string[], [] as string[]]
  const texts = [before, after].map((path) => said('pdftotext', ['-raw', path, '-'], READING))
  // A reader that was stopped half-way has not read: nothing can be told of its words
  if (texts.some(({ isLate }) => isLate)) unsteady.push('words: not read in time')
  const [was, is] = texts.map(({ text }) => words(text))
  for (const word of words(OURS).keys())
    is.set(word, Math.max(was.get(word) ?? 0, (is.get(word) ?? 0) - times(word)))
  const [checked, checkedNow] = [before, after].map((path) => said('qpdf', ['--check', path]))
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((word) => {
    const [times, timesNow] = [was.get(word) ?? 0, is.get(word) ?? 0]
    // A damaged file may show more once it is repaired, never less
    return checked.status === 0 ? times !== timesNow : times > timesNow
  })
  if (changed.length > 0 && !texts.some(({ isLate }) => isLate))
    differences.push(`words: ${changed.slice(0, 8).join(' ')}`)
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
  for (const page of new Set([1, 2, pages].filter((one) => one >= 1 && one <= pages))) {
    const pixels = differentPixels(before, after, marked, page)
    if (pixels.different) differences.push(`page ${page}: ${pixels.different}`)
    if (pixels.unsteady) unsteady.push(`page ${page}: ${pixels.unsteady} pixels`)
  }
  return { differences, unsteady }
}

const times = (word: string) => OURS.split(/\s+/).filter((one) => one === word).length
const severity = (status: number | null) => [0, 3, 2].indexOf(status ?? 2)

function words(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.split(/\s+/).filter(Boolean))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
