import type Consultation from '../drafting/consultation.js'
import { BACKUP_MODES, OPENING_CASES } from '../rules/backup_copy.js'
import BackupCopy from './backup_copy.js'
import { casesAmong, sentBefore } from './cases.js'

export const modeOptions = Object.entries(BACKUP_MODES).map(([value, label]) => ({ value, label }))

/** The copies that a person announced for a consultation, the last one first. */
export const copiesOfPerson = (consultationId: string, personId: string): Promise<BackupCopy[]> =>
  BackupCopy.query().where({ consultationId, personId }).orderBy('declaredAt', 'desc').exec()

/**
 * Every copy that came, since one that is not shown would stay shut: before the hour their numbers,
 * without a name; after, who sent them, and for which cases each may be opened.
 */
export async function copiesForBuyer(consultation: Consultation) {
  const copies = await BackupCopy.query()
    .where('consultationId', consultation.id)
    .whereNotNull('receivedAt')
    .orderBy('receivedAt')
  const isPast = consultation.isPastTheHour
  const plis = copies.length > 0 && isPast ? await sentBefore(consultation) : []
  const shown = []
  for (const copy of copies) {
    const cases = isPast ? casesAmong(plis, consultation, copy) : []
    shown.push({
      copy,
      company: isPast ? `${copy.company} (${copy.siret})` : null,
      reason: copy.openedFor && OPENING_CASES[copy.openedFor],
      cases: cases.map((value) => ({ value, label: OPENING_CASES[value] })),
      mayDestroy: isPast && ['received', 'late'].includes(copy.state),
    })
  }
  return shown
}
