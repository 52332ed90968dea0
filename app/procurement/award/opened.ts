import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'

/** The plis that were opened, the first received first. */
export const openedOf = ({ id }: Consultation): Promise<Pli[]> =>
  Pli.query()
    .where('consultationId', id)
    .whereIn('state', ['opened', 'retained', 'rejected'])
    .whereNotNull('manifest')
    .orderBy('receivedAt')
    .exec()
