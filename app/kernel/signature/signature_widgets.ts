import { type PDF, PdfDict, PdfRef, type PdfObject } from '@libpdf/core'
import type { RevisionComparison } from '#kernel/pdf/compare'
import { arrayAt, dictAt, resolved } from '#kernel/pdf/document'
import { signatureFields, type FormField } from '#kernel/pdf/form'

/** A place on a page where a field of the form shows its signature. */
interface Widget {
  dict: PdfDict
  signed: boolean
}

/**
 * The widgets of the signature fields of two revisions. One that came or changed later may draw
 * what it likes over the page: it is excused only when a signature that we report put it there.
 */
export class SignatureWidgets {
  private readonly was: Map<number, Widget>
  private readonly is: Map<number, Widget>

  constructor(
    private readonly before: PDF,
    after: PDF,
    private readonly comparison: RevisionComparison
  ) {
    this.was = widgetsOf(before)
    this.is = widgetsOf(after)
  }

  /** Whether an annotation of the signed revision is one of its signature widgets. */
  isKnown(item: PdfObject): boolean {
    return this.was.has(numberOf(item))
  }

  /** Whether an annotation of the whole file is one of them, or a widget that a signature brought. */
  isLegitimate(item: PdfObject): boolean {
    return this.isKnown(item) || Boolean(this.is.get(numberOf(item))?.signed)
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
      const keys = mayDraw ? ['Rect'] : ['Rect', 'AP', 'AS', 'F']
      return keys.every((key) => this.comparison.isSame(was.get(key), now.dict.get(key)))
    })
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
      const signed = Boolean(dictAt(pdf, field.dict, 'V')?.has('ByteRange'))
      return placesOf(pdf, field).map(([number, dict]) => [number, { dict, signed }] as const)
    })
  )
}

/** A field is its own widget, or has some as kids (ISO 32000-1 §12.5.6.19). */
function placesOf(pdf: PDF, { dict, ref }: FormField): [number, PdfDict][] {
  return [ref, ...(arrayAt(pdf, dict, 'Kids')?.toArray() ?? [])].flatMap((item) => {
    const widget = resolved(pdf, item)
    return item instanceof PdfRef && widget instanceof PdfDict ? [[item.objectNumber, widget]] : []
  })
}

const numberOf = (item: PdfObject): number => (item instanceof PdfRef ? item.objectNumber : -1)
