import type { Reproach } from './controls.js'
import type { Submission } from './submission.js'
import { copyAs, document, escape } from './xml.js'

export interface AnswerFile {
  name: string
  bytes: Buffer
}

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
)

/** 1-2 */
export function acknowledgement(sent: Submission, acteId: string, day: string, classif: string) {
  const body = `${copyAs('ActeRecu', 'Acte', sent.formXml)}<actes:ClassificationDateVersionEnCours>${classif}</actes:ClassificationDateVersionEnCours>`
  const attributes = `actes:IDActe="${acteId}" actes:DateReception="${day}"`
  return [{ name: `${acteId}-1-2_1.xml`, bytes: document('ARActe', attributes, body) }]
}

/** 1-3: its name carries no numero, as the real one. */
export function anomaly(sent: Submission, reproach: Reproach, day: string, classif: string) {
  const body = `${reproachXml(reproach, day)}${copyAs('ActeRecu', 'Acte', sent.formXml)}<actes:ClassificationDateVersionEnCours>${classif}</actes:ClassificationDateVersionEnCours>`
  const name = `${sent.departement}-${sent.siren}----1-3_1.xml`
  return [{ name, bytes: document('AnomalieActe', '', body) }]
}

/** ANO_: it comes without an envelope, and its name is the only key. */
export function envelopeAnomaly(sent: Submission, reproach: Reproach, day: string): AnswerFile[] {
  const copied = copyAs('EnveloppeRecue', 'EnveloppeCLMISILL', sent.envelopeXml)
  const bytes = document('AnomalieEnveloppe', '', reproachXml(reproach, day) + copied)
  return [{ name: `ANO_${sent.envelope}.xml`, bytes }]
}

/** 6-2 */
export function cancellation(acteId: string, day: string): AnswerFile[] {
  const attributes = `actes:IDActe="${acteId}" actes:DateReception="${day}"`
  return [{ name: `${acteId}-6-2_1.xml`, bytes: document('ARAnnulation', attributes, '') }]
}

/** 7-3 */
export function unchanged(sent: Submission, date: string): AnswerFile[] {
  const body = `<actes:DateClassification>${date}</actes:DateClassification>`
  const name = `${sent.departement}-${sent.siren}----7-3_1.xml`
  return [{ name, bytes: document('ReponseClassificationSansChangement', '', body) }]
}

const LETTERS = {
  '2-1': { root: 'CourrierSimple', text: '' },
  '3-1': {
    root: 'DemandePieceComplementaire',
    text: '<actes:DescriptionPieces>Merci de transmettre le plan annexé.</actes:DescriptionPieces>',
  },
  '4-1': {
    root: 'LettreObservations',
    text: '<actes:Motif>Le quorum ne figure pas dans la délibération.</actes:Motif>',
  },
} as const

export type LetterType = keyof typeof LETTERS

/** 2-1, 3-1, 4-1: a letter of the prefecture with its PDF. */
export function letter(type: LetterType, acteId: string, day: string): AnswerFile[] {
  const { root, text } = LETTERS[type]
  const pdf = `${acteId}-${type}_1.pdf`
  const attributes = `actes:IDActe="${acteId}" actes:DateCourrierPref="${day}"`
  const body = `${text}<actes:Document><actes:NomFichier>${pdf}</actes:NomFichier></actes:Document>`
  return [
    { name: `${acteId}-${type}_0.xml`, bytes: document(root, attributes, body) },
    { name: pdf, bytes: PDF },
  ]
}

/** 5-1 */
export function deferral(acteId: string, day: string): AnswerFile[] {
  const body = `<actes:DateDepot>${day}</actes:DateDepot><actes:NatureIllegalite>Incompétence de l'auteur de l'acte</actes:NatureIllegalite><actes:PiecesJointes/>`
  const bytes = document('DefereTA', `actes:IDActe="${acteId}"`, body)
  return [{ name: `${acteId}-5-1_0.xml`, bytes }]
}

const REPLY_RECEIPTS = { '3-5': 'ARPieceComplementaire', '4-5': 'ARReponseRejetLettreObservations' }

/** 3-5, 4-5: the prefecture has the reply to one of its letters. */
export function replyReceipt(type: keyof typeof REPLY_RECEIPTS, sent: Submission, day: string) {
  const acteId = sent.form.get('@actes:IDActe') ?? ''
  const letterDate = sent.form.get('@actes:DateCourrierPref') ?? ''
  const body = `<actes:InfosCourrierPref actes:IDActe="${escape(acteId)}" actes:DateCourrierPref="${escape(letterDate)}"/>`
  const attributes = `actes:DateReception="${day}"`
  const bytes = document(REPLY_RECEIPTS[type], attributes, body)
  return [{ name: `${acteId}-${type}_1.xml`, bytes }]
}

/** The envelope that goes with every answer but ANO_. */
export function envelopeFor(sent: Submission, messageName: string, day: string, rank: number) {
  const application = sent.envelope.slice(0, 4)
  const place = `${sent.departement}${sent.arrondissement}`
  const body = `<actes:Emetteur><actes:IDSousPref actes:Departement="${sent.departement}" actes:Arrondissement="${sent.arrondissement}"/><actes:Referent><actes:Nom>Sous-préfecture (simulateur)</actes:Nom></actes:Referent></actes:Emetteur><actes:FormulairesEnvoyes><actes:Formulaire><actes:NomFichier>${escape(messageName)}</actes:NomFichier></actes:Formulaire></actes:FormulairesEnvoyes><actes:Destinataire insee:SIREN="${sent.siren}"/>`
  const name = `${application}--SPREF${place}-${sent.siren}-${day.replaceAll('-', '')}-${rank}.xml`
  return { name, bytes: document('EnveloppeMISILLCL', '', body) }
}

function reproachXml({ nature, detail }: Reproach, day: string): string {
  return `<actes:Date>${day}</actes:Date><actes:Nature>${nature}</actes:Nature><actes:Detail>${escape(detail)}</actes:Detail>`
}
