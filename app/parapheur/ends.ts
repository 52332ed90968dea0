import { tenancy } from '#kernel/tenancy'
import type { Ending } from '#kernel/room_declaration'
import Seal from './models/seal.js'

const DAYS_REMEMBERED = 400

/** The seal in force, and the certificates with which somebody signed last. */
export async function ends(): Promise<Ending[]> {
  const seal = await Seal.query().orderBy('expiresAt', 'desc').first()
  const { rows } = await tenancy.trx().rawQuery(
    `select distinct on (acted_by) certificate_ends_at as at from parapheur.folder_steps
     where tenant_id = ? and acted_at > now() - make_interval(days => ?)
       and certificate_ends_at is not null and acted_by is not null
     order by acted_by, acted_at desc`,
    [tenancy.tenantId(), DAYS_REMEMBERED]
  )
  const certificates = rows.map(({ at }: { at: Date }) => ({
    label: 'Certificat d’un signataire',
    at,
  }))
  return seal ? [...certificates, { label: 'Cachet', at: seal.expiresAt.toJSDate() }] : certificates
}
