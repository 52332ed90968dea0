import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'

/** What was prepared serves until the hour; the pli that was sealed of it is kept as any other. */
export const KEPT_DAYS = 180

const OVER = `select member.id, member.candidature_id
  from procurement.candidature_members member
    join procurement.consultations tender
      on tender.tenant_id = member.buyer_id and tender.id = member.consultation_id
  where tender.deadline < now() - make_interval(days => ${KEPT_DAYS})`

/** Forgets candidatures whose hour is long past: who had thought of grouping with whom, and what they gave. */
export async function forgetCandidatures(): Promise<void> {
  await systemDb().transaction(async (trx) => {
    const { rows } = await trx.rawQuery(OVER)
    const members = rows.map(({ id }: { id: string }) => id)
    const candidatures = rows.map((row: { candidature_id: string }) => row.candidature_id)
    await trx.from('procurement.given_proofs').whereIn('member_id', members).delete()
    await trx.from('procurement.candidature_members').whereIn('id', members).delete()
    await trx.from('procurement.candidatures').whereIn('id', candidatures).delete()
  })
}

definePeriodic({
  name: 'procurement.forget_candidatures',
  title: 'Effacer les candidatures préparées dont l’heure est passée depuis longtemps',
  everySeconds: 86_400,
  run: forgetCandidatures,
})
