import { parseXml, type XmlDoc } from '#lib/xml'
import { readClassification } from './classification_reader.js'
import { ACTES_PREFIXES } from './document.js'
import type { ActeMention, MinistryMessage } from './ministry_message.js'
import { envelopeOfAnomaly, sirenOfEnvelope } from './names.js'

/**
 * Reads what the ministry sent, tolerantly: the official schema is not required to agree.
 * @throws XmlRejected when the bytes are no XML that we accept
 */
export function readMinistryMessage(bytes: Uint8Array, fileName: string): MinistryMessage {
  using doc = parseXml(bytes, { namespaces: ACTES_PREFIXES })
  const read = READERS[doc.root.name]
  return read ? read(doc, fileName, bytes) : { kind: 'unknown', root: doc.root.name }
}

type Reader = (doc: XmlDoc, fileName: string, bytes: Uint8Array) => MinistryMessage

const READERS: Record<string, Reader> = {
  ARActe: (doc) => ({
    kind: 'acknowledgement',
    acteId: required(doc, '@actes:IDActe'),
    receivedOn: required(doc, '@actes:DateReception'),
    acte: mentionedActe(doc),
    classificationDate: filled(doc, 'actes:ClassificationDateVersionEnCours[normalize-space()]'),
  }),
  AnomalieActe: (doc) => ({
    kind: 'anomaly',
    ...anomaly(doc),
    acte: mentionedActe(doc),
    classificationDate: filled(doc, 'actes:ClassificationDateVersionEnCours[normalize-space()]'),
  }),
  AnomalieEnveloppe: (doc, fileName) => ({
    kind: 'envelope_anomaly',
    ...anomaly(doc),
    envelope: envelopeOfAnomaly(fileName),
    siren:
      filled(doc, 'actes:EnveloppeRecue//actes:IDCL/@insee:SIREN') ?? sirenOfEnvelope(fileName),
    messageNames: doc.texts('actes:EnveloppeRecue//actes:Formulaire/actes:NomFichier'),
  }),
  ARAnnulation: (doc) => ({
    kind: 'cancellation_acknowledgement',
    acteId: required(doc, '@actes:IDActe'),
    receivedOn: required(doc, '@actes:DateReception'),
  }),
  RetourClassification: (_doc, _fileName, bytes) => ({
    kind: 'classification',
    classification: readClassification(bytes),
  }),
  ReponseClassificationSansChangement: (doc) => ({
    kind: 'classification_unchanged',
    date: filled(doc, 'actes:DateClassification'),
  }),
  CourrierSimple: (doc) => letter(doc, '2-1', null),
  DemandePieceComplementaire: (doc) => letter(doc, '3-1', 'actes:DescriptionPieces'),
  LettreObservations: (doc) => letter(doc, '4-1', 'actes:Motif'),
  DefereTA: (doc) => ({
    kind: 'deferral',
    type: '5-1',
    acteId: required(doc, '@actes:IDActe'),
    date: filled(doc, 'actes:DateDepot'),
    text: filled(doc, 'actes:NatureIllegalite'),
    documentNames: doc.texts('.//actes:NomFichier'),
  }),
  ARPieceComplementaire: (doc) => replyAcknowledgement(doc, '3-5'),
  ARReponseRejetLettreObservations: (doc) => replyAcknowledgement(doc, '4-5'),
  EnveloppeMISILLCL: (doc) => ({
    kind: 'envelope',
    siren: filled(doc, 'actes:Destinataire/@insee:SIREN'),
    sender: doc.nodes('actes:Emetteur/*[not(self::actes:Referent)]')[0]?.name ?? null,
    messageNames: doc.texts('.//actes:Formulaire/actes:NomFichier'),
  }),
}

function letter(doc: XmlDoc, type: '2-1' | '3-1' | '4-1', text: string | null): MinistryMessage {
  return {
    kind: 'letter',
    type,
    acteId: required(doc, '@actes:IDActe'),
    date: filled(doc, '@actes:DateCourrierPref'),
    text: text && filled(doc, text),
    documentNames: doc.texts('.//actes:Document/actes:NomFichier'),
  }
}

function replyAcknowledgement(doc: XmlDoc, type: '3-5' | '4-5'): MinistryMessage {
  return {
    kind: 'reply_acknowledgement',
    type,
    letterDate: filled(doc, './/@actes:DateCourrierPref'),
    acteId: required(doc, './/@actes:IDActe'),
    receivedOn: filled(doc, '@actes:DateReception'),
  }
}

function anomaly(doc: XmlDoc) {
  return {
    date: filled(doc, 'actes:Date'),
    nature: filled(doc, 'actes:Nature') ?? '',
    detail: filled(doc, 'actes:Detail') ?? '',
  }
}

// Some senders write Acte where the schema has ActeRecu, or both, several times
function mentionedActe(doc: XmlDoc): ActeMention {
  const acte = '(actes:ActeRecu | actes:Acte)[1]'
  const nature = filled(doc, `${acte}/@actes:CodeNatureActe`)
  return {
    numero: filled(doc, `${acte}/@actes:NumeroInterne`),
    decisionDate: filled(doc, `${acte}/@actes:Date`),
    natureCode: nature === null ? null : Number(nature),
    objet: filled(doc, `${acte}/actes:Objet`),
  }
}

function filled(doc: XmlDoc, xpath: string): string | null {
  return doc.text(xpath)?.trim() || null
}

const required = (doc: XmlDoc, xpath: string) => filled(doc, xpath) ?? ''
