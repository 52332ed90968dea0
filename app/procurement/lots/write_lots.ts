import { tenancy } from '#kernel/tenancy'
import { clock } from '#kernel/clock'
import type Consultation from '../drafting/consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { readLots, type ReadLot, type TypedLots } from '../rules/lots_form.js'
import Lot from './lot.js'

/**
 * Divides a draft into lots, or no more; its caller holds the row. The estimate of the consultation is
 * then that of all its lots together (R2121-1). @throws E_VALIDATION_ERROR, E_CONSULTATION_NOT_DRAFT
 */
export async function writeLots(consultation: Consultation, typed: TypedLots): Promise<Lot[]> {
  consultation.mustBeDraft()
  const { reference, nature } = consultation
  const { lots, total, problems } = readLots(typed, { reference, nature, today: clock.today() })
  refuseProblems(problems)
  await replaceLots(consultation.id, lots)
  const isDivided = lots.length > 0
  consultation.merge({
    mostLotsAnswered: isDivided ? typed.mostAnswered : null,
    mostLotsWon: isDivided ? typed.mostWon : null,
    lotWords: lots.map(({ title }) => title).join(' '),
    lotCpvs: lots.map(({ cpv }) => cpv.slice(0, 8)),
    ...(isDivided && { estimate: total.toString() as never }),
  })
  await consultation.save()
  return Lot.of(consultation.id)
}

/** Nobody has answered a draft: what its lots were is forgotten, and nothing refers to them. */
async function replaceLots(consultationId: string, lots: ReadLot[]): Promise<void> {
  await tenancy
    .trx()
    .from('procurement.lots')
    .where({ tenant_id: tenancy.tenantId(), consultation_id: consultationId })
    .delete()
  await Lot.createMany(
    lots.map(({ number, title, cpv, estimate }) => ({
      ...{ consultationId, number, title, cpv },
      estimate: estimate as never,
      state: 'planned' as const,
    }))
  )
}
