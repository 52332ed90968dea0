import { Decimal } from '#lib/values'
import type Consultation from '../drafting/consultation.js'
import type { Problem } from '../rules/consultation_form.js'
import { marcheIdOf } from '../rules/lots_form.js'
import Lot from './lot.js'

const ID_LENGTH = 16

/** What a draft that is divided may no longer say: its worth is that of its lots, which bear its reference. */
export async function problemsWithLots(
  draft: Consultation,
  { reference, estimate }: { reference: string; estimate: string }
): Promise<Problem[]> {
  const lots = draft.$isPersisted ? await Lot.of(draft.id) : []
  if (lots.length === 0) return []
  const problems: Problem[] = []
  const total = Decimal.sum(lots.map((lot) => Decimal.parse(String(lot.estimate))))
  const typed = Decimal.tryParse(estimate.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  if (typed && typed.compareTo(total) !== 0)
    problems.push({
      field: 'estimate',
      message: `Ses lots font ${total.toString()} € ensemble : changez leurs montants à la page des lots.`,
    })
  const most = ID_LENGTH - marcheIdOf('', lots.length).length
  if (reference.length > most)
    problems.push({
      field: 'reference',
      message: `Avec ses ${lots.length} lots, la référence compte ${most} signes au plus : les données essentielles y ajoutent le numéro du lot.`,
    })
  return problems
}
