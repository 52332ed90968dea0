import { type PDF, PdfDict, type PdfObject } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { arrayAt, resolved } from '#lib/pdf/document'
import { inheritsTheSame } from './field_inheritance.js'
import { noChanges, type LaterChanges } from './later_changes.js'
import { doubtAbout, wordsOf } from './later_marks.js'
import { placeOf } from './mark_place.js'
import type { Permissions } from './permissions.js'
import type { SignatureWidgets } from './signature_widgets.js'
import { SignedPage } from './signed_page.js'

/** A signed revision and the whole file, with what the signer allowed. */
export interface Revisions {
  before: PDF
  after: PDF
  comparison: RevisionComparison
  widgets: SignatureWidgets
  permissions: Permissions
}

/** What filling a field changes in its place, and where tools say that it hangs. */
const CHANGED_BY_FILLING = ['V', 'AP', 'AS', 'M', 'Parent', 'P', 'StructParent']

/** What became of the annotations of a page, and what its new ones may hide. */
export function annotationChanges(
  { before, after, comparison, widgets, permissions }: Revisions,
  [one, other]: PdfDict[],
  number: string
): LaterChanges {
  const changes = noChanges()
  const [all, allNow] = [annotationsOf(before, one), annotationsOf(after, other)]
  const was = all.filter((item) => !widgets.isKnown(item))
  const is = allNow.filter((item) => !widgets.isLegitimate(item))
  const kept =
    was.every((item, at) => {
      const except = widgets.mayChange(item) ? CHANGED_BY_FILLING : []
      const isSame =
        except.length > 0
          ? comparison.isSameBut(except, item, is[at])
          : comparison.isSameAnnotation(item, is[at])
      return isSame && takesTheSame(item, is[at], except)
    }) &&
    is.length >= was.length &&
    widgets.areStillOn(all, allNow)
  const marks = is.slice(was.length)
  const fields = marks.some((item) => subtypeOf(after, item) === 'Widget')
  if (!kept || fields) {
    const to = permissions.level === 3 && !fields ? changes.doubtful : changes.altered
    to.push(`les annotations de la page ${number}`)
  }
  if (fields) return changes
  const page = new SignedPage(before, one, number)
  const signatures = allNow.filter((item) => widgets.isNewlySigned(item))
  for (const item of marks) addMark(changes, after, item, page, { permissions, isSignature: false })
  for (const item of signatures) {
    const waiting = widgets.waitingPlace(item)
    addMark(changes, after, item, page, { permissions, isSignature: true, waiting })
  }
  return changes

  /** Readers show in a place the value of the field above it, whichever that is. */
  function takesTheSame(item: PdfObject, now: PdfObject, except: string[]): boolean {
    if (subtypeOf(before, item) !== 'Widget') return true
    const pair: [PdfDict, PdfDict] = [
      resolved(before, item) as PdfDict,
      resolved(after, now) as PdfDict,
    ]
    return inheritsTheSame([before, after], comparison, pair, except)
  }
}

function addMark(
  changes: LaterChanges,
  pdf: PDF,
  item: PdfObject,
  page: SignedPage,
  kind: { permissions: Permissions; isSignature: boolean; waiting?: PdfDict }
): void {
  const mark = resolved(pdf, item) as PdfDict
  const rectangle = placeOf(pdf, mark)
  const words = wordsOf(pdf, mark)
  const name = kind.isSignature ? 'une signature suivante' : words ? `« ${words} »` : 'un dessin'
  const { level } = kind.permissions
  if (!kind.isSignature && (level === 1 || level === 2))
    return void changes.altered.push(
      `page ${page.number} : une annotation, que le premier signataire avait interdite`
    )
  const doubt = doubtAbout(pdf, mark, page, kind)
  const place = rectangle ? page.placeInWords(rectangle) : `page ${page.number}`
  if (doubt) changes.doubtful.push(`${place} : ${name}, marque qui ${doubt}`)
  else if (!kind.isSignature || isVisible(rectangle))
    changes.added.push(`page ${page.number} : ${name}`)
}

const isVisible = (box: number[] | null) => box !== null && box[2] > box[0] && box[3] > box[1]

/** A null, or a reference to an object that is no more, is no annotation (ISO 32000-1 §7.3.9). */
function annotationsOf(pdf: PDF, page: PdfDict): PdfObject[] {
  const items = arrayAt(pdf, page, 'Annots')?.toArray() ?? []
  return items.filter((item) => resolved(pdf, item) instanceof PdfDict)
}

function subtypeOf(pdf: PDF, item: PdfObject): string | undefined {
  const dict = resolved(pdf, item)
  return dict instanceof PdfDict ? dict.getName('Subtype')?.value : undefined
}
