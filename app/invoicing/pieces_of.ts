import { DocumentMissing } from '#kernel/documents'
import type Invoice from './models/invoice.js'

/** The files of an invoice with what each one is, the ones that matter most first. */
export function piecesOf(invoice: Invoice): { id: string; role: string }[] {
  const wanted: [string | null, string][] = [
    [invoice.documentId, 'Facture reçue'],
    [invoice.readableDocumentId, 'Lisible, d’après le fichier électronique'],
    [invoice.signedDocumentId, 'Certificat de service fait signé'],
    [
      invoice.signedDocumentId ? null : invoice.certificateDocumentId,
      'Certificat de service fait, à signer',
    ],
  ]
  return wanted.flatMap(([id, role]) => (id ? [{ id, role }] : []))
}

/** That document, when it is one of the invoice. @throws E_DOCUMENT_MISSING */
export function mustBeAPiece(invoice: Invoice, documentId: string): string {
  if (!piecesOf(invoice).some(({ id }) => id === documentId)) throw new DocumentMissing()
  return documentId
}
