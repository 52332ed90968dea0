import { path } from '../../model/path.js'
import { DOCUMENT_TYPES } from '../br_fr/formats.js'
import { whole, type Rule } from '../rule.js'
import { elementsAt } from '../structure.js'
import { NEEDS_REASON, PROCESSES } from './reasons.js'
import {
  condition,
  texts,
  on,
  says,
  REFERENCE,
  phase,
  has,
  isForPpf,
  CONTEXT,
  STATUS,
  HEAD,
} from './places.js'
import { coded } from './codes.js'
import { CODED } from './coded.js'

/** The rules of the messages of life cycle (BR-FR-CDV), as of version 1.4.0.03. */
export const CDAR: Rule[] = [
  // Their sheet leaves it to the schema, which a bare machine does not have
  whole(
    'CDAR-REFERENCE',
    'MDT-87',
    'Dites de quelle facture parle ce message (MDT-87) : il n’en nomme aucune.',
    (message) => elementsAt(message, REFERENCE).length > 0
  ),
  coded(`${REFERENCE}/TypeCode`, '04_MDT-91', 'MDT-91', DOCUMENT_TYPES),
  on(CONTEXT)(
    'CDV-02_MDT-3',
    'MDT-3',
    'Écrivez urn.cpro.gouv.fr:1p0:CDV:invoice (MDT-3) ; einvoicingF2 ne va qu’au seul PPF (0000, rôle DFH).',
    (node, message) => {
      const guideline = 'GuidelineSpecifiedDocumentContextParameter/ID'
      return (
        says(node, guideline, 'urn.cpro.gouv.fr:1p0:CDV:invoice') ||
        (says(node, guideline, 'urn.cpro.gouv.fr:1p0:CDV:einvoicingF2') && isForPpf(message))
      )
    }
  ),
  on(HEAD)('CDV-03_MDT-4', 'MDT-4', 'Donnez un numéro au message (MDT-4).', (node) =>
    has(node, 'ID')
  ),
  on(`${HEAD}/IssuerTradeParty`)(
    'CDV-07_MDT-38_yes',
    'MDT-38',
    'En phase de traitement (23), identifiez l’émetteur du statut (MDT-38).',
    (node, message) => phase(message).some((code) => code !== '23') || has(node, 'GlobalID')
  ),
  on(`${HEAD}/RecipientTradeParty`)(
    'CDV-08_MDT-73',
    'MDT-73',
    'Donnez l’adresse électronique du destinataire (MDT-73), sauf à une plateforme (WK) ou au PPF (DFH).',
    (node) => says(node, 'RoleCode', 'WK', 'DFH') || has(node, 'URIUniversalCommunication/URIID')
  ),
  coded('/AcknowledgementDocument/TypeCode', 'CDV-09_MDT-77', 'MDT-77', ['23', '305']),
  on(REFERENCE)(
    'CDV-11_MDG-35',
    'MDG-35',
    'Donnez la date de la facture (MDG-35).',
    (node, message) => has(node, 'FormattedIssueDateTime') || condition(message).includes('501')
  ),
  on(REFERENCE)('CDV-12_MDT-105', 'MDT-105', 'Donnez le statut de la facture (MDT-105).', (node) =>
    has(node, 'ProcessConditionCode')
  ),
  on(`${REFERENCE}/IssuerTradeParty`)(
    'CDV-13_MDT-129',
    'MDT-129',
    'Donnez le SIREN du vendeur (MDT-129).',
    (node, message) => has(node, 'GlobalID') || condition(message).includes('501')
  ),
  on(REFERENCE)(
    'CDV-14_MDT-207',
    'MDT-207',
    'Une facture encaissée (212) dit au moins un montant encaissé (MEN), avec son taux de TVA (MDT-224).',
    (node) => {
      const paid = path('SpecifiedDocumentStatus/SpecifiedDocumentCharacteristic[TypeCode=MEN]')(
        node
      )
      return (
        !says(node, 'ProcessConditionCode', '212') ||
        (paid.length > 0 &&
          paid.every((one) => has(one.node, 'ValueAmount') && has(one.node, 'ValuePercent')))
      )
    }
  ),
  on(`${REFERENCE}/ProcessConditionCode`)(
    'CDV-15_MDT-113',
    'MDT-113',
    `Donnez le motif (MDT-113) : les statuts ${NEEDS_REASON.join(', ')} en demandent un.`,
    (node) =>
      !NEEDS_REASON.includes(node.text) || has(node, '../SpecifiedDocumentStatus/ReasonCode')
  ),
  on(STATUS)(
    'CDV-16_MDT-124-2',
    'MDT-124-2',
    'Numérotez chaque détail du statut (MDT-124-2).',
    (node) => has(node, 'SequenceNumeric')
  ),
  on(CONTEXT)(
    'CDV-CL-01_MDT-2',
    'MDT-2',
    `Prenez l’un de ces processus (MDT-2) : ${PROCESSES.join(', ')} ; au PPF, le cadre de facturation.`,
    (node, message) => {
      const way = 'BusinessProcessSpecifiedDocumentContextParameter/ID'
      return isForPpf(message)
        ? (texts(node, way)[0] ?? '').trim().length <= 3
        : says(node, way, ...PROCESSES)
    }
  ),
  ...CODED,
]
