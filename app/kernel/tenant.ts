import db from '@adonisjs/lucid/services/db'

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
  settings: Record<string, any>
  state: 'active' | 'suspended'
}

const KEEP_MS = 5_000
const kept = new Map<string, { at: number; tenant: Tenant | null }>()

const shape = (row: any): Tenant => ({
  id: row.id,
  slug: row.slug,
  siren: row.siren,
  name: row.name,
  kind: row.kind,
  departement: row.departement,
  arrondissement: row.arrondissement,
  natureCode: row.nature_code,
  accent: row.accent,
  settings: row.settings,
  state: row.state,
})

async function find(column: 'slug' | 'id' | 'siren', value: string): Promise<Tenant | null> {
  const key = `${column}:${value}`
  const known = kept.get(key)
  if (known && Date.now() - known.at < KEEP_MS) return known.tenant
  const row = await db.connection('app').from('kernel.tenants').where(column, value).first()
  const tenant = row ? shape(row) : null
  if (kept.size > 5_000) kept.clear()
  kept.set(key, { at: Date.now(), tenant })
  return tenant
}

/** The catalogue of members; what it answers may be five seconds old. */
export const tenants = {
  bySlug: (slug: string) => find('slug', slug),
  byId: (id: string) => find('id', id),
  bySiren: (siren: string) => find('siren', siren),
  forget: () => kept.clear(),
  async all(): Promise<Tenant[]> {
    const rows = await db.connection('app').from('kernel.tenants').orderBy('name')
    return rows.map(shape)
  },
}
