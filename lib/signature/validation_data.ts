import { type PDF, type PdfDict, PdfStream, type PdfObject } from '@libpdf/core'
import { arrayAt, catalogOf, dictAt, resolved } from '#lib/pdf/document'
import { readableCertificates } from './certificate.js'

/** What a document keeps to be judged for the long term (EN 319 142-1 §5.4.2). */
export interface ValidationData {
  certificates: Buffer[]
  lists: Buffer[]
  answers: Buffer[]
}

const MOST_OF_EACH = 200

/** The DSS dictionary: its own arrays, and those that each signature has in /VRI. */
export function validationDataOf(pdf: PDF): ValidationData {
  const store = dictAt(pdf, catalogOf(pdf), 'DSS')
  if (!store) return { certificates: [], lists: [], answers: [] }
  const byHash = dictAt(pdf, store, 'VRI')
  const entries = [...(byHash?.keys() ?? [])].slice(0, MOST_OF_EACH).flatMap(({ value }) => {
    const entry = dictAt(pdf, byHash!, value)
    return entry ? [entry] : []
  })
  const gathered = (own: string, each: string) =>
    streamsIn(
      pdf,
      [store, ...entries].flatMap((dict) => itemsAt(pdf, dict, dict === store ? own : each))
    )
  return {
    certificates: readableCertificates(gathered('Certs', 'Cert')),
    lists: gathered('CRLs', 'CRL'),
    answers: gathered('OCSPs', 'OCSP'),
  }
}

function itemsAt(pdf: PDF, dict: PdfDict, key: string): PdfObject[] {
  return arrayAt(pdf, dict, key)?.toArray() ?? []
}

/** Each stream once: /VRI names again what the arrays hold. */
function streamsIn(pdf: PDF, items: PdfObject[]): Buffer[] {
  const streams = new Set(items.map((item) => resolved(pdf, item)))
  return [...streams]
    .filter((item) => item instanceof PdfStream)
    .slice(0, MOST_OF_EACH)
    .flatMap((item) => {
      try {
        return [Buffer.from(item.getDecodedData())]
      } catch {
        return []
      }
    })
}
