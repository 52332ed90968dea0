import { type LocalDate } from '#lib/values'
import { latin1Text, xml } from '#lib/xml'
import { actesDocument, ROOT_ATTRIBUTES } from './document.js'

export interface ActeMessage {
  numero: string
  natureCode: number
  decisionDate: LocalDate
  /** Path such as "7.1.2"; two levels at least, five at most. */
  matiere: string
  objet: string
  /** Date of the classification in force, YYYY-MM-DD. */
  classificationDate: string
  documentName: string
  annexeNames: string[]
  /** Paper documents follow by post (multicanal). */
  paperToo: boolean
  /** Identifier of an acte that this one replaces. */
  previousActeId?: string
}

/** Message 1-1: transmission of an acte. Order of elements as DonneesActe has it. */
export function buildActeMessage(acte: ActeMessage): Buffer {
  const matieres = acte.matiere.split('.').slice(0, 5)
  return actesDocument(xml`<actes:Acte ${ROOT_ATTRIBUTES} actes:Date="${acte.decisionDate}" actes:NumeroInterne="${acte.numero}" actes:CodeNatureActe="${acte.natureCode}">
${matieres.map((code, index) => matiere(index + 1, code))}  <actes:Objet>${latin1Text(acte.objet)}</actes:Objet>
${acte.previousActeId && xml`  <actes:PrecedentIdentifiantActe actes:IDActe="${acte.previousActeId}"/>\n`}  <actes:ClassificationDateVersion>${acte.classificationDate}</actes:ClassificationDateVersion>
  <actes:Document><actes:NomFichier>${acte.documentName}</actes:NomFichier></actes:Document>
  <actes:Annexes actes:Nombre="${acte.annexeNames.length}">${acte.annexeNames.map(annexe)}</actes:Annexes>
  <actes:DocumentPapier>${acte.paperToo ? 'O' : 'N'}</actes:DocumentPapier>
</actes:Acte>`)
}

function matiere(level: number, code: string) {
  const element = `actes:CodeMatiere${level}`
  return xml`  <${element} actes:CodeMatiere="${code}"/>\n`
}

const annexe = (name: string) =>
  xml`\n    <actes:Annexe><actes:NomFichier>${name}</actes:NomFichier></actes:Annexe>`
