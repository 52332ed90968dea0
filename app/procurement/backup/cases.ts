import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { openingCases, type OpeningCase } from '../rules/backup_copy.js'
import type BackupCopy from './backup_copy.js'

type SentPli = Pick<Pli, 'state' | 'startedAt' | 'refusal' | 'establishmentId'>

/** What was sent to a consultation, by everybody or by one establishment: no more than cases ask. */
export function sentBefore({ id }: Consultation, establishmentId?: string): Promise<SentPli[]> {
  const query = Pli.query()
    .select('state', 'startedAt', 'refusal', 'establishmentId')
    .where('consultationId', id)
  if (establishmentId) query.where({ establishmentId })
  return query.exec()
}

/** Which cases of annexe 6 let a copy be opened now, among what was sent; none before the session. */
export function casesAmong(
  sent: SentPli[],
  { openedAt, deadline }: Consultation,
  { state, establishmentId }: BackupCopy
): OpeningCase[] {
  if (state !== 'received' || !openedAt) return []
  const known = sent
    .filter((pli) => pli.establishmentId === establishmentId)
    .map((pli) => ({
      state: pli.state,
      startedAt: pli.startedAt.toMillis(),
      hasVirus: pli.state === 'opened' && pli.refusal !== null,
    }))
  return openingCases(known, deadline.toMillis())
}
