import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { refuseProblems } from '../drafting/write_consultation.js'

/** The days that are written on a proof. */
export interface ProofDays {
  issuedOn: LocalDate
  expiresOn: LocalDate | null
}

const WRONG = 'Cette date n’existe pas : écrivez-la sous la forme jj/mm/aaaa.'

/** Both days as they were typed, with everything that is wrong with them at once. @throws E_VALIDATION_ERROR */
export function proofDaysOf(typed: { issuedOn: string; expiresOn?: string }): ProofDays {
  const issuedOn = LocalDate.tryParse(typed.issuedOn)
  const expiresOn = typed.expiresOn ? LocalDate.tryParse(typed.expiresOn) : null
  const isLater = issuedOn && issuedOn.toString() > clock.today().toString()
  const isBefore = issuedOn && expiresOn && expiresOn.toString() < issuedOn.toString()
  const problems = [
    !issuedOn && { field: 'issuedOn', message: WRONG },
    isLater && { field: 'issuedOn', message: 'Cette date est à venir : relisez-la sur la pièce.' },
    typed.expiresOn && !expiresOn && { field: 'expiresOn', message: WRONG },
    isBefore && { field: 'expiresOn', message: 'Une pièce ne finit pas avant d’être délivrée.' },
  ].filter((one) => !!one)
  refuseProblems(problems)
  return { issuedOn: issuedOn!, expiresOn }
}
