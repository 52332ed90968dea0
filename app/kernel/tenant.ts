import db from '@adonisjs/lucid/services/db'
import { tenancy } from '#kernel/tenancy'
import { remember } from '#lib/remember'

/** The colour, arms and motto of a collectivite. */
export interface Branding {
  /** #rrggbb */
  accent?: string
  blason?: string
  motto?: string
}

/** A member of the syndicat, as the whole platform knows it. */
export interface Tenant {
  id: string
  slug: string
  siren: string
  name: string
  kind: string
  departement: string
  arrondissement: string
  natureCode: string
  accent: string
  /** What its pages wear. */
  branding: Branding
  settings: Record<string, any>
  state: 'active' | 'suspended'
  suspendedAt: Date | null
  /** Since when everybody may open its public pages; null until the member itself opens them. */
  publicSince: Date | null
}

const kept = remember<Tenant | null>({ ms: 5_000, most: 5_000 })

/** A row of kernel.tenants as the code knows it. */
export const tenantOf = (row: any): Tenant => ({
  id: row.id,
  slug: row.slug,
  siren: row.siren,
  name: row.name,
  kind: row.kind,
  departement: row.departement,
  arrondissement: row.arrondissement,
  natureCode: row.nature_code,
  accent: row.accent,
  branding: {
    ...(/^#[0-9a-f]{6}$/i.test(row.accent) && { accent: row.accent }),
    ...row.settings.branding,
  },
  settings: row.settings,
  state: row.state,
  suspendedAt: row.suspended_at ?? null,
  publicSince: row.public_since ?? null,
})

async function find(column: 'slug' | 'id' | 'siren', value: string): Promise<Tenant | null> {
  const key = `${column}:${value}`
  const known = kept.get(key)
  if (known !== undefined) return known
  // Inside a transaction, by its own connection: waiting for a second one can block the whole pool.
  const client = tenancy.current()?.trx ?? db.connection('app')
  const row = await client.from('kernel.tenants').where(column, value).first()
  return kept.keep(key, row ? tenantOf(row) : null)
}

const recorded = () => tenancy.trx().from('kernel.tenants').where('id', tenancy.tenantId())

/** The catalogue of members; what it answers may be five seconds old. */
export const tenants = {
  bySlug: (slug: string) => find('slug', slug),
  byId: (id: string) => find('id', id),
  bySiren: (siren: string) => find('siren', siren),
  /** The tenant in context, as the catalogue remembers it. */
  current: async (): Promise<Tenant> => (await find('id', tenancy.tenantId()))!,
  /** The tenant in context as the base has it, whatever is remembered: what a form is made of. */
  fresh: async (): Promise<Tenant> => tenantOf(await recorded().firstOrFail()),
  /** The same, locked until the end of the transaction: what a form is compared with. */
  hold: async (): Promise<Tenant> => tenantOf(await recorded().forUpdate().firstOrFail()),
  forget: () => kept.forget(),
  async all(): Promise<Tenant[]> {
    const client = tenancy.current()?.trx ?? db.connection('app')
    const rows = await client.from('kernel.tenants').orderBy('name')
    return rows.map(tenantOf)
  },
}
