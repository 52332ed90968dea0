import { xml } from '#lib/xml'
import { actesDocument, ROOT_ATTRIBUTES } from './document.js'

/** Message 6-1: cancellation of a transmission. */
export function buildCancellation(acteId: string): Buffer {
  return actesDocument(xml`<actes:Annulation ${ROOT_ATTRIBUTES} actes:IDActe="${acteId}"/>`)
}

/**
 * Message 7-1: request for the classification.
 * @param known date of the one that we hold (YYYY-MM-DD); without it everything is sent again
 */
export function buildClassificationRequest(known: string | null): Buffer {
  const date = known && xml`<actes:DateClassification>${known}</actes:DateClassification>`
  return actesDocument(
    xml`<actes:DemandeClassification ${ROOT_ATTRIBUTES}>${date}</actes:DemandeClassification>`
  )
}
