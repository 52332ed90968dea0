import { SealerSchema } from '#database/schema/procurement'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { jsonColumn } from '#kernel/tenancy/json_column'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { remember } from '#lib/remember'
import { uuidv7 } from '#lib/values'
import { currentBundle, type SealerBundle } from './bundle.js'

/** The scripts with which the page of deposit of a buyer was served, from one instant to another. */
export default class Sealer extends TenantModel(SealerSchema) {
  static table = 'procurement.sealers'

  @jsonColumn()
  declare files: SealerBundle['files']
}

/** How fine the last instant of a script is known: a write an hour, and none a visitor. */
const HOUR_MS = 3_600_000
const seen = remember<true>({ ms: HOUR_MS, most: 5_000 })

/** Notes what the page is being served with, in the tenant in context; the first time, in its journal too. */
export async function noteServed(bundle: SealerBundle | null): Promise<void> {
  if (!bundle) return
  const { digest, files } = bundle
  const tenantId = tenancy.tenantId()
  const key = `${tenantId} ${digest}`
  if (seen.get(key)) return
  const id = uuidv7()
  const at = clock.now().toJSDate()
  const { rows } = await tenancy.trx().rawQuery(
    `insert into procurement.sealers as held (tenant_id, id, digest, files, first_at, last_at)
     values (?, ?, ?, ?, ?, ?)
     on conflict (tenant_id, digest) do update
       set last_at = greatest(held.last_at, excluded.last_at)
     returning id`,
    [tenantId, id, digest, JSON.stringify(files), at, at]
  )
  if (rows[0].id === id)
    await journal.append({
      type: 'procurement.sealer_served',
      subject: { capability: 'procurement', type: 'sealer', id },
      actor: SYSTEM,
      data: { digest },
    })
  seen.keep(key, true)
}

/** The same, of this process. */
export const noteServedNow = async (): Promise<void> => noteServed(await currentBundle())

/** The digest of what this process serves; null for a development server. */
export const servedNow = async (): Promise<string | null> => (await currentBundle())?.digest ?? null
