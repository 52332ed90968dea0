import { type PDF, PdfDict, PdfRef, type PdfObject } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { roleBehind } from '#lib/pdf/compared_pair'
import { arrayAt, dictAt, resolved } from '#lib/pdf/document'
import { formFields, signatureFields, type FormField } from '#lib/pdf/form'
import type { Permissions } from './permissions.js'

/**
 * What says where a field hangs, its signature, which is compared by its bytes, and what nobody sees.
 * Anything else may draw: without a drawing of its own, an annotation is drawn by what it says it is.
 */
const UNSEEN = [
  ...['Parent', 'P', 'StructParent', 'Kids', 'V'],
  ...['M', 'NM', 'TM', 'Ff', 'SV', 'Lock', 'DA', 'Q'],
]

/** A place on a page where a field of the form shows its signature. */
interface Widget {
  dict: PdfDict
  signed: boolean
  /** The time-stamp of a whole document, which no permission forbids. */
  isTimestamp: boolean
}

/**
 * The widgets of the signature fields of two revisions. One that came or changed later may draw
 * what it likes over the page: it is a mark when a signature that we report put it there, an
 * alteration otherwise.
 */
export class SignatureWidgets {
  private readonly was: Map<number, Widget>
  private readonly is: Map<number, Widget>
  private readonly fillable: Set<number>

  constructor(
    private readonly before: PDF,
    after: PDF,
    private readonly comparison: RevisionComparison,
    permissions: Permissions
  ) {
    this.was = widgetsOf(before)
    this.is = widgetsOf(after)
    this.fillable = fillableWidgets(before, permissions)
  }

  /** Whether an annotation of the signed revision is one of its signature widgets. */
  isKnown(item: PdfObject): boolean {
    return this.was.has(numberOf(item))
  }

  /** Whether an annotation of the whole file is one of them, or a widget that a signature brought. */
  isLegitimate(item: PdfObject): boolean {
    return this.isKnown(item) || Boolean(this.is.get(numberOf(item))?.signed)
  }

  /** Whether a later signature shows itself there, in a place of its own or in one that waited. */
  isNewlySigned(item: PdfObject): boolean {
    const number = numberOf(item)
    return Boolean(this.is.get(number)?.signed) && !this.was.get(number)?.signed
  }

  /** The place that waited for a later signature, as it was signed. */
  waitingPlace(item: PdfObject): PdfDict | undefined {
    return this.was.get(numberOf(item))?.dict
  }

  /** Whether a later signature came, other than the time-stamp of the whole document. */
  bringsSignature(): boolean {
    return [...this.is].some(
      ([number, { signed, isTimestamp }]) => signed && !isTimestamp && !this.was.get(number)?.signed
    )
  }

  /** A field that the signer allowed to be filled: its value is judged with the form. */
  mayChange(item: PdfObject): boolean {
    return this.fillable.has(numberOf(item))
  }

  /**
   * Whether a field shows its signature as it did. Signing fills the place that waited; it neither
   * moves nor widens it.
   */
  areKept(field: FormField): boolean {
    return placesOf(this.before, field).every(([number, was]) => {
      const now = this.is.get(number)
      if (!now) return false
      const mayDraw = now.signed && !this.was.get(number)!.signed
      return mayDraw
        ? ['Rect', 'Subtype'].every((key) => this.isSame(was.get(key), now.dict.get(key), key))
        : this.comparison.isSameBut(UNSEEN, was, now.dict)
    })
  }

  private isSame(one: PdfObject | undefined, other: PdfObject | undefined, key: string): boolean {
    return this.comparison.isSame(one, other, roleBehind(key))
  }

  /** Whether the signed widgets of a page are on it still. */
  areStillOn(annotations: PdfObject[], annotationsNow: PdfObject[]): boolean {
    const now = new Set(annotationsNow.map(numberOf))
    return annotations.every(
      (item) => !this.was.get(numberOf(item))?.signed || now.has(numberOf(item))
    )
  }
}

function widgetsOf(pdf: PDF): Map<number, Widget> {
  return new Map(
    signatureFields(pdf).flatMap((field) => {
      const value = dictAt(pdf, field.dict, 'V')
      const signed = Boolean(value?.has('ByteRange'))
      const isTimestamp = value?.getName('SubFilter')?.value === 'ETSI.RFC3161'
      return placesOf(pdf, field).map(
        ([number, dict]) => [number, { dict, signed, isTimestamp }] as const
      )
    })
  )
}

function fillableWidgets(pdf: PDF, { level, isLocked }: Permissions): Set<number> {
  if (level !== 2 && level !== 3) return new Set()
  const open = formFields(pdf).filter((field) => field.type !== 'Sig' && !isLocked(field.name))
  return new Set(open.flatMap((field) => placesOf(pdf, field).map(([number]) => number)))
}

/** A field is its own widget, or has some as kids (ISO 32000-1 §12.5.6.19). */
function placesOf(pdf: PDF, { dict, ref }: FormField): [number, PdfDict][] {
  return [ref, ...(arrayAt(pdf, dict, 'Kids')?.toArray() ?? [])].flatMap((item) => {
    const widget = resolved(pdf, item)
    return item instanceof PdfRef && widget instanceof PdfDict ? [[item.objectNumber, widget]] : []
  })
}

const numberOf = (item: PdfObject): number => (item instanceof PdfRef ? item.objectNumber : -1)
