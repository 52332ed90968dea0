import type { Manifest } from '#lib/sealing'
import Pli from '../deposit/pli.js'
import { openedOf } from '../award/opened.js'
import type Consultation from '../drafting/consultation.js'
import Lot from './lot.js'

/** What counts of what was received: in time, neither replaced nor withdrawn, whether it opens or not. */
const COUNTED = ['sealed', 'opened', 'unreadable', 'set_aside', 'retained', 'rejected']

/** The envelopes of a pli that was deposited. */
export const envelopesIn = ({ manifest }: Pli): string[] =>
  manifest ? (JSON.parse(manifest) as Manifest).envelopes.map(({ name }) => name) : []

/** Whether a pli answers a lot. */
export const answers = (pli: Pli, { envelope }: Lot): boolean => envelopesIn(pli).includes(envelope)

/** The plis received in time that answer each lot; only asked once the hour has passed. */
export async function answersOf(consultation: Consultation): Promise<{ lot: Lot; plis: Pli[] }[]> {
  consultation.mustBePastTheHour()
  const lots = await Lot.of(consultation.id)
  if (lots.length === 0) return []
  const received = await Pli.query()
    .where('consultationId', consultation.id)
    .whereIn('state', COUNTED)
    .whereNotNull('manifest')
    .orderBy('receivedAt')
  return lots.map((lot) => ({ lot, plis: received.filter((pli) => answers(pli, lot)) }))
}

/** The opened plis that answer a lot, the first received first. */
export const openedFor = async (consultation: Consultation, lot: Lot): Promise<Pli[]> =>
  (await openedOf(consultation)).filter((pli) => answers(pli, lot))
