import type Consultation from '../drafting/consultation.js'
import { BACKUP_MODES, OPENING_CASES } from '../rules/backup_copy.js'
import BackupCopy from './backup_copy.js'
import { casesOf } from './gestures.js'

const SHOWN = 200

export const modeOptions = Object.entries(BACKUP_MODES).map(([value, label]) => ({ value, label }))

/** The copies that a person announced for a consultation, the last one first. */
export const copiesOfPerson = (consultationId: string, personId: string): Promise<BackupCopy[]> =>
  BackupCopy.query()
    .where({ consultationId, personId })
    .orderBy('declaredAt', 'desc')
    .limit(SHOWN)
    .exec()

/**
 * What the buyer sees: before the hour, the numbers that came, without a name; after, who sent them,
 * and for which cases each may be opened.
 */
export async function copiesForBuyer(consultation: Consultation) {
  const copies = await BackupCopy.query()
    .where('consultationId', consultation.id)
    .whereNotNull('receivedAt')
    .orderBy('receivedAt')
    .limit(SHOWN)
  const isPast = consultation.isPastTheHour
  const shown = []
  for (const copy of copies) {
    const cases = isPast ? await casesOf(consultation, copy) : []
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
