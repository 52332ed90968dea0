import { Scrypt } from '@adonisjs/core/hash/drivers/scrypt'
import pg from 'pg'
import { PASSWORD } from '../pages/dataset.js'
import { fillMore } from './more_rows.js'
import { ensureMigrated, environmentFor, masterOf } from '../support/database.js'

/** Another name whenever the rows below change: it is kept from one run to the next. */
export const LISTS = 'bench_list_3'
export const FEW = 100
export const MANY = 100_000

const uuid = (kind: string, n: string) =>
  `('0199${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/**
 * Two members, one agent each; two thirds of both are drafts, and the few are all decided in March:
 * each question is answered by a whole page of both, so that only what lies behind it differs.
 */
const fill = (password: string) => `
  set synchronous_commit = off;
  insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
    select ${uuid('0001', 'n')}, 'membre-' || n, lpad(n::text, 9, '0'), 'Commune ' || n, 'commune', '035', '1', '31'
    from generate_series(0, 1) n;
  insert into kernel.users (id, email, full_name, password)
    select ${uuid('0002', 'n')}, 'agent' || n || '@banc.test', 'Agent ' || n, '${password}' from generate_series(0, 1) n;
  insert into kernel.memberships (tenant_id, id, user_id, roles, title)
    select ${uuid('0001', 'n')}, ${uuid('0003', 'n')}, ${uuid('0002', 'n')}, '{agent,administrator,archivist}', 'Agent' from generate_series(0, 1) n;
  insert into actes.actes (tenant_id, id, state, nature_code, matiere, numero, objet, decision_date, created_by, created_at)
    select ${uuid('0001', 'm')}, ${uuid('0005', 'm * 1000000 + n')}, case when n % 3 > 0 then 'draft' else 'acknowledged' end,
      1 + n % 6, '7.1', 'BANC' || n, 'Tarifs du service ' || md5(n::text), case when m = 0 then date '2026-03-01' + n % 31 else date '2026-01-01' + n % 300 end, ${uuid('0002', 'm')},
      timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(0, 1) m, generate_series(0, ${MANY - 1}) n where m = 1 or n < ${FEW};
  ${fillMore(uuid, MANY, FEW)}`

const VACUUM =
  'vacuum analyze actes.actes, parapheur.folders, archiving.deposits, invoicing.invoices, procurement.consultations'

/** Makes sure of the database of this bench; it is kept from one run to the next. */
export async function ensureLists(): Promise<void> {
  await ensureMigrated(LISTS)
  const client = masterOf(environmentFor(LISTS))
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from kernel.tenants limit 1')
    if (rowCount) return void (await client.query(VACUUM))
    const hash = await new Scrypt({ cost: 1024 }).make(PASSWORD)
    await client.query('begin')
    await client.query(fill(hash))
    await client.query('commit')
    await client.query(VACUUM)
  } finally {
    await client.end()
  }
}
