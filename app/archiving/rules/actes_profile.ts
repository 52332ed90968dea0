import type { AccessRule, AppraisalRule } from '../formats/transfer.js'

/** What an acte is, for its archiving. `nature`: code of the @CTES list; `matiere`: "4.1.2". */
export interface ActeKind {
  nature: number
  matiere: string
}

const ARRETE_INDIVIDUEL = 3
const CONTRAT_ET_CONVENTION = 4

/**
 * Who may read an acte: everyone at once (AR038), except decisions about one person, for fifty
 * years (AR048; Code du patrimoine L213-2, I, 3°): individual arretes and contracts on staff
 * (matiere 4), individual arretes on social aid (matiere 8.2).
 */
export function accessRuleOfActe({ nature, matiere }: ActeKind, date: string): AccessRule {
  const onStaff = matiere.startsWith('4.') || matiere === '4'
  const onSocialAid = matiere === '8.2' || matiere.startsWith('8.2.')
  const individual = nature === ARRETE_INDIVIDUEL
  const closed =
    (onStaff && (individual || nature === CONTRAT_ET_CONVENTION)) || (onSocialAid && individual)
  return { rule: closed ? 'AR048' : 'AR038', startDate: date }
}

/** Actes are kept one year by the collectivite, then for ever (DAF/DPACI/RES/2009/018). */
export function appraisalRuleOfActe(date: string): AppraisalRule {
  return { rule: 'P1Y', startDate: date, finalAction: 'Keep' }
}
