import { type PDF, type PdfDict, PdfStream, PdfString } from '@libpdf/core'
import { areaOf } from '#lib/pdf/content/matrix'
import { dictAt, resolved } from '#lib/pdf/document'
import type { Box } from '#lib/pdf/page'
import { placeOf, POINTS } from './mark_place.js'
import type { SignedPage } from './signed_page.js'

/** What only shows itself (ISO 32000-1 table 169); anything else may act, or carry what acts. */
const QUIET = [
  'Text',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Stamp',
  'Ink',
  'Popup',
]

const ACTIONS = ['A', 'AA', 'PA', 'Dest', 'FS', 'Sound', 'Movie']

/** Films, scenes and what shows them (ISO 32000-2 §13.6 and §13.7). */
const SCENES = /^(3D|RichMedia)/

/** In square points: twice the stamps that people know, a tenth of a page. */
const LARGEST_STAMP = 50_000

/** Why a mark cannot be called harmless, or null when it covers nothing and does nothing. */
export function doubtAbout(
  pdf: PDF,
  mark: PdfDict,
  page: SignedPage,
  { isSignature, waiting }: { isSignature: boolean; waiting?: PdfDict }
): string | null {
  const subtype = mark.getName('Subtype')?.value ?? ''
  const isQuiet = isSignature ? subtype === 'Widget' : QUIET.includes(subtype)
  const popup = dictAt(pdf, mark, 'Popup')
  if (!isQuiet || acts(pdf, mark) || (popup && acts(pdf, popup)))
    return 'peut déclencher une action'
  const drawn = placeOf(pdf, mark)
  if (drawn === null) return 'ne dit pas où elle se montre'
  if (!isShown(pdf, mark, subtype, drawn)) return null
  if (areaOf(drawn) * page.unit ** 2 > LARGEST_STAMP) return 'est plus grande qu’un tampon'
  return page.isCovered(drawn, waiting) ? 'recouvre du contenu signé' : null
}

/** The words that a mark carries, to tell it from another. */
export function wordsOf(pdf: PDF, mark: PdfDict): string | null {
  const text = resolved(pdf, mark.get('Contents'))
  const said = text instanceof PdfString ? text.asString().replace(/\s+/g, ' ').trim() : ''
  return said ? said.slice(0, 200) : null
}

/**
 * A widget without a drawing shows nothing; readers draw the other kinds by themselves. A closed
 * window has no drawing (ISO 32000-1 §12.5.6.14), but where it has one some readers show it.
 */
function isShown(pdf: PDF, mark: PdfDict, subtype: string, drawn: Box): boolean {
  if (subtype === 'Popup' && !isThere(pdf, mark, 'AP')) return isThere(pdf, mark, 'Open')
  const [left, bottom, right, top] = drawn
  if (right === left && top === bottom) return false
  const drawing = dictAt(pdf, mark, 'AP')
  if (!drawing) return subtype !== 'Widget' || isThere(pdf, mark, 'MK')
  const normal = resolved(pdf, drawing.get('N'))
  const isEmpty = normal instanceof PdfStream && normal.data.length === 0
  // Some readers draw again, by its points, what has an empty drawing or one that does not hold them
  return !isEmpty || POINTS.some((key) => isThere(pdf, mark, key))
}

function acts(pdf: PDF, dict: PdfDict): boolean {
  const isScene = [...dict.keys()].some((key) => SCENES.test(key.value))
  return isScene || ACTIONS.some((key) => isThere(pdf, dict, key))
}

function isThere(pdf: PDF, dict: PdfDict, key: string): boolean {
  const value = resolved(pdf, dict.get(key))
  return value !== null && value.type !== 'null'
}
