import { xml } from '#lib/xml'
import type { LetterReceiptType, ReplyType } from '../rules/letters.js'
import { actesDocument, ROOT_ATTRIBUTES } from './document.js'

const ROOTS: Record<ReplyType | LetterReceiptType, string> = {
  '2-2': 'ReponseCourrierSimple',
  '3-2': 'ARDemandePieceComplementaire',
  '3-3': 'RefusPieceComplementaire',
  '3-4': 'PieceComplementaire',
  '4-2': 'ARLettreObservations',
  '4-3': 'RejetLettreObservations',
  '4-4': 'ReponseLettreObservations',
}

export interface ReplyMessage {
  type: ReplyType | LetterReceiptType
  acteId: string
  /** DateCourrierPref of the letter, YYYY-MM-DD: with the acte, it is all that names the letter. */
  letterDate: string
  /** None for a receipt, one for a letter, one or more for pieces (3-4). */
  documentNames: string[]
}

/** What a collectivite answers to a letter of its prefecture (DonneesCourrierPref). */
export function buildReply({ type, acteId, letterDate, documentNames }: ReplyMessage): Buffer {
  const root = `actes:${ROOTS[type]}`
  const documents = documentNames.map(
    (name) => xml`<actes:Document><actes:NomFichier>${name}</actes:NomFichier></actes:Document>`
  )
  const body = type === '3-4' ? xml`<actes:Documents>${documents}</actes:Documents>` : documents
  return actesDocument(
    xml`<${root} ${ROOT_ATTRIBUTES} actes:IDActe="${acteId}" actes:DateCourrierPref="${letterDate}">${body}</${root}>`
  )
}
