import type { Rule } from '../rule.js'
import {
  ACTIONS,
  ALL_REASONS,
  CHARACTERISTICS,
  REASONS,
  REFUSED_BY_PUBLIC_BUYER,
  ROLES,
  STATUSES,
} from './reasons.js'
import { chorus, REFERENCE, STATUS, HEAD } from './places.js'
import { inPhase, coded, ofRole, reasoned } from './codes.js'

/** The codes of a message. */
export const CODED: Rule[] = [
  ofRole('SenderTradeParty', 'CL-02_MDT-21', '305', 'MDT-21', ['WK']),
  ofRole('SenderTradeParty', 'CL-02_MDT-21', '23', 'MDT-21', [...ROLES, 'WK']),
  ofRole('IssuerTradeParty', 'CL-03_MDT-40', '305', 'MDT-40', ['WK']),
  ofRole('IssuerTradeParty', 'CL-03_MDT-40', '23', 'MDT-40', ROLES),
  coded(`${HEAD}/RecipientTradeParty/RoleCode`, 'CDV-CL-04_MDT-59', 'MDT-59', [
    ...ROLES,
    'WK',
    'DFH',
  ]),
  inPhase('305'),
  inPhase('23'),
  coded(`${REFERENCE}/ProcessConditionCode`, 'CDV-CL-06_MDT-105', 'MDT-105', STATUSES, 'warning'),
  coded(`${STATUS}/ProcessConditionCode`, 'CDV-CL-06_MDT-115', 'MDT-115', STATUSES, 'warning'),
  coded(`${REFERENCE}/IssuerTradeParty/RoleCode`, 'CDV-CL-07_MDT-132', 'MDT-132', ['SE']),
  coded(`${REFERENCE}/RecipientTradeParty/RoleCode`, 'CDV-CL-08_MDT-158', 'MDT-158', [
    ...ROLES,
    'WK',
    'DFH',
  ]),
  coded(`${STATUS}/ReasonCode`, 'CDV-CL-09_MDT-113', 'MDT-113', [...ALL_REASONS]),
  ...Object.entries(REASONS).map(([status, codes]) =>
    reasoned(
      status,
      status,
      codes,
      (message) => status === '210' && chorus(message).includes('9999')
    )
  ),
  reasoned(
    '210',
    '210B2G',
    REFUSED_BY_PUBLIC_BUYER,
    (message) => !chorus(message).includes('9999')
  ),
  coded(`${STATUS}/RequestedActionCode`, 'CDV-CL-10_MDT-121', 'MDT-121', ACTIONS),
  coded(
    `${STATUS}/SpecifiedDocumentCharacteristic/TypeCode`,
    'CDV-CL-11_MDT-207',
    'MDT-207',
    CHARACTERISTICS
  ),
]
