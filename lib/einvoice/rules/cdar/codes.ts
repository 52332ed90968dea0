import type { XmlNode } from '#lib/xml/tree/element'
import type { Invoice } from '../../model/invoice.js'
import type { Rule, Severity } from '../rule.js'
import { PHASES } from './reasons.js'
import { texts, on, says, REFERENCE, phase, has, STATUS, HEAD } from './places.js'

/** A code that must be of a list. */
export const coded = (
  place: string,
  id: string,
  term: string,
  codes: readonly string[],
  severity: Severity = 'fatal'
): Rule => ({
  ...on(place)(id, term, `Prenez un code admis (${term}) : ${codes.join(', ')}.`, ({ text }) =>
    codes.includes(text)
  ),
  severity,
})

/** Who may send or issue in a phase. */
export const ofRole = (
  place: string,
  id: string,
  code: string,
  term: string,
  roles: readonly string[]
) =>
  on(HEAD)(
    `CDV-${id}_${code}`,
    term,
    `En phase ${code}, donnez ici l’un de ces rôles (${term}) : ${roles.join(', ')}.`,
    (node, message) => !phase(message).includes(code) || says(node, `${place}/RoleCode`, ...roles)
  )

/** The codes of status of a phase. */
export const inPhase = (code: string) =>
  on(REFERENCE)(
    `CDV-CL-05_MDT-88_${code}`,
    'MDT-88',
    `En phase ${code}, prenez l’un de ces codes (MDT-88) : ${PHASES[code].join(', ')}.`,
    (node, message) =>
      (phase(message).length > 0 && !phase(message).includes(code)) ||
      !has(node, 'StatusCode') ||
      says(node, 'StatusCode', ...PHASES[code])
  )

/** Whether a reason answers to a status: the one beside it when there is one, else the one above. */
function isUnder(node: XmlNode, status: string): boolean {
  const above = texts(node, '../../ProcessConditionCode')
  const beside = texts(node, '../ProcessConditionCode')
  const isOther = (codes: string[]) => codes.some((code) => code !== status)
  const isFree = isOther(above) && (beside.length === 0 || isOther(beside))
  return !isFree && !(above.includes(status) && isOther(beside))
}

/** The reasons of a status. */
export const reasoned = (
  status: string,
  suffix: string,
  codes: readonly string[],
  mayBe: (message: Invoice) => boolean
) =>
  on(`${STATUS}/ReasonCode`)(
    `CDV-CL-09_MDT-113_${suffix}`,
    'MDT-113',
    `Sous le statut ${status}, prenez l’un de ces motifs (MDT-113) : ${codes.join(', ')}.`,
    (node, message) => !isUnder(node, status) || mayBe(message) || codes.includes(node.text)
  )
