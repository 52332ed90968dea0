import { Scrypt } from '@adonisjs/core/hash/drivers/scrypt'
import pg from 'pg'
import { ensureMigrated, environmentFor, masterOf } from '../support/database.js'

export interface Size {
  database: string
  tenants: number
  users: number
  actes: number
}

export const LARGE: Size = {
  database: 'bench_large',
  tenants: 2000,
  users: 10_000,
  actes: 1_000_000,
}
/** The same number of actes a tenant, a hundred times fewer tenants. */
export const SMALL: Size = { database: 'bench_small', tenants: 20, users: 100, actes: 10_000 }

export const PASSWORD = 'mot de passe de banc'
/** Identifiers that sort by their number, as UUIDv7 do by their time. */
const uuid = (kind: string, n: string) =>
  `('0199${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const fill = ({ tenants, users, actes }: Size, password: string) => `
  set synchronous_commit = off;
  insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code, public_since)
    select ${uuid('0001', 'n')}, 'membre-' || n, lpad(n::text, 9, '0'), 'Commune de Membre ' || n, 'commune', '035', '1', '31', now()
    from generate_series(0, ${tenants - 1}) n;
  insert into kernel.users (id, email, full_name, password)
    select ${uuid('0002', 'n')}, 'agent' || n || '@banc.test', 'Agent ' || n, '${password}' from generate_series(0, ${users - 1}) n;
  insert into kernel.memberships (tenant_id, id, user_id, roles, title)
    select ${uuid('0001', `n % ${tenants}`)}, ${uuid('0003', 'n')}, ${uuid('0002', 'n')}, '{agent}', 'Agent'
    from generate_series(0, ${users - 1}) n;
  insert into kernel.tasks (tenant_id, id, key, capability, title, url, role)
    select ${uuid('0001', `n % ${tenants}`)}, ${uuid('0004', 'n')}, 'banc:' || n, 'actes', 'Transmettre la délibération ' || n, '/', 'agent'
    from generate_series(0, ${tenants * 12 - 1}) n;
  insert into actes.actes (tenant_id, id, state, nature_code, matiere, numero, objet, decision_date)
    select ${uuid('0001', `n % ${tenants}`)}, ${uuid('0005', 'n')}, 'acknowledged', 1 + n % 6, '7.1', 'BANC' || n,
      'Tarifs du service de restauration scolaire, délibération ' || n, date '2026-01-01' + (n % 300)
    from generate_series(0, ${actes - 1}) n;
  analyze;`

/** What each member shows: sixty actes of its register, and a project of two axes and ten sheets. */
const show = ({ tenants }: Size) => `
  update actes.actes a
    set state = 'archived', published_on = decision_date, received_on = decision_date, nature_code = 1
    where a.id in (select ${uuid('0005', 'n')} from generate_series(0, ${tenants * 60 - 1}) n);
  insert into territory.projects (tenant_id, id, slug, title, presentation, state, first_year, last_year, public)
    select ${uuid('0001', 'n')}, ${uuid('0006', 'n')}, 'projet', 'Projet numérique du territoire ' || n,
      'Rapprocher les services des habitants.', 'mise_en_oeuvre', 2026, 2031, true from generate_series(0, ${tenants - 1}) n;
  insert into territory.axes (tenant_id, id, project_id, number, title)
    select ${uuid('0001', 'n / 2')}, ${uuid('0007', 'n')}, ${uuid('0006', 'n / 2')}, 1 + n % 2, 'Axe du territoire'
    from generate_series(0, ${tenants * 2 - 1}) n;
  insert into territory.fiche_actions (tenant_id, id, project_id, axe_id, number, title, statut, public)
    select ${uuid('0001', 'n / 10')}, ${uuid('0008', 'n')}, ${uuid('0006', 'n / 10')}, ${uuid('0007', '(n / 10) * 2 + n % 2')},
      1 + (n % 10) / 2, 'Ouvrir un lieu numérique, action ' || n, 'en_cours', true
    from generate_series(0, ${tenants * 10 - 1}) n;
  analyze;`

/** Makes sure of a database of that size; it is kept from one run to the next. */
export async function ensureDataset(size: Size): Promise<void> {
  await ensureMigrated(size.database)
  const client = masterOf(environmentFor(size.database))
  await client.connect()
  try {
    const { rows } = await client.query(
      `select (select count(*)::int from kernel.tenants) as tenants,
         (select count(*)::int from territory.projects) as projects`
    )
    await client.query('begin')
    if (rows[0].tenants !== size.tenants) {
      // Cheap on purpose: logging in is not what is measured.
      const hash = await new Scrypt({ cost: 1024 }).make(PASSWORD)
      await client.query(fill(size, hash))
    }
    if (rows[0].projects !== size.tenants) await client.query(show(size))
    await client.query('commit')
  } finally {
    await client.end()
  }
}
