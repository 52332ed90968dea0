import { master } from '#tests/helpers/master'
import { OUTSIDE_POLICIES, OUTSIDE_TABLES } from './outside_wall.js'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { allRooms, type Room } from '#kernel/room'

const REASON_LENGTH = 15

/** Tables of the kernel without tenant_id, and why no tenant owns their rows; a room declares its own. */
const GLOBAL_TABLES: Record<string, string> = {
  'kernel.tenants': 'the catalogue of members, read to find a tenant by its URL',
  'kernel.users': 'a person is one login, whatever the number of her collectivites',
  'kernel.passkeys': 'they belong to a person',
  'kernel.password_resets': 'they belong to a person',
  'kernel.sessions': 'they belong to a person',
  'kernel.attempts': 'attempts at a door, by digests',
  'kernel.factor_proofs': 'they belong to a person',
  'kernel.mail_choices': 'they belong to a person, whatever the number of her collectivites',
  'kernel.task_feeds': 'one feed gathers what waits for a person in all her collectivites',
  'kernel.dead_addresses': 'an address takes mails of every collectivite, or of none',
  'kernel.views_above': 'the operator lists all members, and a person the tasks of all hers',
  'kernel.notices': 'what the operator says of itself, above its members',
  'kernel.rate_limits': 'counters by address and login',
  'kernel.identity_providers': 'what the operator agreed with each, above its members',
  'kernel.agent_logins': 'they belong to a person',
  ...OUTSIDE_TABLES,
  'kernel.heartbeats': 'when each periodic task last ran, for the whole platform',
}

/** Tables where tenant_id may be null, and why. */
export const NULLABLE_TENANT: Record<string, string> = {
  'kernel.outbox': 'a few jobs serve the whole platform; the policy hides their rows from tenants',
}

/** Indexes and keys of the kernel that do not start with tenant_id, and why; a room declares its own. */
const FREE_INDEXES: Record<string, string> = {
  'kernel.outbox_pkey': 'jobs of the platform have no tenant; BullMQ knows a job by its id alone',
  'kernel.outbox_failed': 'the operator lists the failures of all',
  'kernel.outbox_open_by_state': 'the operator lists the jobs of all in this order',
  'kernel.outbox_open_by_time': 'the operator lists the jobs of all in this order',
  'kernel.outbox_open_by_attempts': 'the operator lists the jobs of all in this order',
  'kernel.outbox_done_by_state': 'the operator lists the jobs of all in this order',
  'kernel.outbox_done_by_time': 'the operator lists the jobs of all in this order',
  'kernel.outbox_done_by_attempts': 'the operator lists the jobs of all in this order',
  'kernel.outbox_done': 'housekeeping forgets the oldest of all',
  'kernel.memberships_of_user': 'a person finds her collectivites before any is in context',
  'kernel.publications_by_digest': 'whoever holds a published file asks whose it is',
  'kernel.search_entries_words':
    'GIN knows no tenant: each word stands behind the shelf of its own, and the function asks tenant_id',
  'kernel.search_entries_public_words': 'the same, for what everybody may find',
  'kernel.acquaintances_of_person': 'a person finds who knows her before any member is in context',
  'kernel.invitations_token_hash_key':
    'whoever holds the secret of an invitation has no tenant yet',
}

type Declared = Pick<Room, 'name' | 'walls'>

/** Every table that may have no tenant: those of the kernel, and those that the rooms declare. */
export const globalTables = (rooms: Declared[] = allRooms()): Record<string, string> =>
  Object.assign({}, GLOBAL_TABLES, ...rooms.map(({ walls }) => walls?.withoutTenant))

/** Every index that tenant_id need not lead. */
export const freeIndexes = (rooms: Declared[] = allRooms()): Record<string, string> =>
  Object.assign({}, FREE_INDEXES, ...rooms.map(({ walls }) => walls?.freeIndexes))

/** What a room excepts from the walls outside its own schema, or without a reason. */
export const strangeExceptions = (rooms: Declared[] = allRooms()): string[] =>
  rooms.flatMap(({ name, walls = {} }) =>
    Object.entries({ ...walls.withoutTenant, ...walls.freeIndexes })
      .filter(([excepted, why]) => !excepted.startsWith(`${name}.`) || why.length < REASON_LENGTH)
      .map(([excepted]) => `${name}: ${excepted} is not its own, or says no reason`)
  )

/** Policies that open a table beyond the tenant in context, and why. */
export const OTHER_POLICIES: Record<string, string> = {
  'kernel.memberships own_memberships':
    'a person reads her own rows before any tenant is in context',
  'kernel.invitations by_token': 'whoever holds the secret of an invitation reads that one',
  'kernel.acquaintances own_person': 'a person reads which members know her',
  'procurement.questions own_person': 'a company reads what she asked, whoever the buyers are',
  'procurement.plis own_establishment':
    'who acts for a company finds what her colleagues deposited, whoever the buyers are',
  'procurement.plis own_person':
    'a company finds her pli by its number alone, whoever the buyer is',
  'kernel.outbox outsiders_tell_the_platform':
    'what follows from what a person outside does is written with it: nothing is read by it',
  ...OUTSIDE_POLICIES,
}

/** Schemas that are not ours to judge. */
const OURS = `nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'bullmq') and nspname !~ '^pg_'`

const TABLES = `
  select nspname || '.' || relname as name, pg_class.oid as oid, relrowsecurity as enabled, relforcerowsecurity as forced,
    pg_get_userbyid(relowner) as owner,
    exists (select 1 from pg_policy where polrelid = pg_class.oid and polqual is not null
      and pg_get_expr(polqual, polrelid) like '%tenant_id = %app.tenant_id%'
      and pg_get_expr(polwithcheck, polrelid) like '%tenant_id = %app.tenant_id%') as policy,
    (select attnotnull from pg_attribute where attrelid = pg_class.oid and attname = 'tenant_id' and not attisdropped) as required
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p') and ${OURS} order by 1`

const INDEXES = `
  select nspname || '.' || i.relname as name, nspname || '.' || t.relname as table, pg_get_indexdef(i.oid, 1, true) as first
  from pg_index join pg_class i on i.oid = indexrelid join pg_class t on t.oid = indrelid
  join pg_namespace on pg_namespace.oid = t.relnamespace
  where ${OURS} and exists (select 1 from pg_attribute where attrelid = t.oid and attname = 'tenant_id' and not attisdropped)
  order by 1`

const POLICIES = `
  select nspname || '.' || relname || ' ' || polname as name, polcmd,
    (select array_agg(rolname::text) from pg_roles where pg_roles.oid = any(polroles)) as roles,
    polroles = '{0}' as everyone, pg_get_expr(polqual, polrelid) as reads, pg_get_expr(polwithcheck, polrelid) as writes
  from pg_policy join pg_class on pg_class.oid = polrelid join pg_namespace on pg_namespace.oid = relnamespace
  where ${OURS} order by 1`

/** What `tenantTableSql` writes, as PostgreSQL says it back. */
const CONTEXT = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`

const FOREIGN_KEYS = `
  select conname as name, n.nspname as schema, n.nspname || '.' || t.relname as table, fn.nspname as target, ft.relname as target_table,
    pg_get_constraintdef(pg_constraint.oid) as definition,
    exists (select 1 from pg_attribute where attrelid = ft.oid and attname = 'tenant_id') as target_is_tenant
  from pg_constraint join pg_class t on t.oid = conrelid join pg_namespace n on n.oid = t.relnamespace
  join pg_class ft on ft.oid = confrelid join pg_namespace fn on fn.oid = ft.relnamespace
  where contype = 'f' and conparentid = 0`

export interface TableRow {
  name: string
  enabled: boolean
  forced: boolean
  policy: boolean
  required: boolean | null
  owner: string
}

type Client = QueryClientContract

const rowsOf = async (client: Client, sql: string) => (await client.rawQuery(sql)).rows

export const tablesOf = (client: Client): Promise<TableRow[]> => rowsOf(client, TABLES)
const ofTenants = (tables: TableRow[]) => tables.filter(({ required }) => required !== null)

/** The tables whose rows belong to a tenant, as `schema.table`. */
export const tenantTables = async (client: Client) =>
  ofTenants(await tablesOf(client)).map(({ name }) => name)

export async function withoutWall(client: Client): Promise<string[]> {
  return ofTenants(await tablesOf(client)).flatMap(
    ({ name, enabled, forced, policy, required }) => [
      ...(enabled ? [] : [`${name}: row-level security is not enabled`]),
      ...(forced ? [] : [`${name}: row-level security is not forced`]),
      ...(policy ? [] : [`${name}: no policy holds its rows to the tenant in context`]),
      ...(required || NULLABLE_TENANT[name] ? [] : [`${name}: tenant_id may be null`]),
    ]
  )
}

/** Policies of the application role that say anything else than « the tenant in context ». */
export async function widePolicies(client: Client): Promise<string[]> {
  const policies = await rowsOf(client, POLICIES)
  return policies
    .filter(({ roles, everyone }: any) => everyone || roles?.includes('halle_app'))
    .filter(
      ({ reads, writes, name }: any) =>
        (reads !== CONTEXT || writes !== CONTEXT) && !OTHER_POLICIES[name]
    )
    .map(({ name, reads, writes }: any) => `${name}: reads ${reads}, writes ${writes}`)
}

export async function withoutTenant(client: Client): Promise<string[]> {
  const tables = await tablesOf(client)
  const known = globalTables()
  return tables
    .filter(({ name, required }) => required === null && !known[name])
    .map(({ name }) => `${name}: no tenant_id, and no reason given in the walls of its room`)
}

export async function notLedByTenant(client: Client): Promise<string[]> {
  const indexes: { name: string; table: string; first: string }[] = await rowsOf(client, INDEXES)
  const free = freeIndexes()
  return indexes
    .filter(({ name, first }) => first !== 'tenant_id' && !free[name])
    .map(({ name, table, first }) => `${name}: it starts with ${first}, not tenant_id (${table})`)
}

export async function acrossSchemas(client: Client): Promise<string[]> {
  const keys = await rowsOf(client, FOREIGN_KEYS)
  return keys.flatMap((key: any) => [
    ...(key.schema === key.target || key.target === 'kernel'
      ? []
      : [`${key.table}: ${key.name} reaches into ${key.target}`]),
    ...(!key.target_is_tenant || key.definition.includes('(tenant_id')
      ? []
      : [`${key.table}: ${key.name} forgets tenant_id`]),
  ])
}

/** What the two working roles may not be, nor own. */
export async function strongRoles(
  client: Client,
  roles = ['halle_app', 'halle_system']
): Promise<string[]> {
  const names = roles.map((role) => `'${role}'`).join(', ')
  const found = await rowsOf(
    client,
    `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname in (${names})`
  )
  const owned = await rowsOf(
    client,
    `select relname, pg_get_userbyid(relowner) as owner from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace where pg_get_userbyid(relowner) in (${names}) and ${OURS}`
  )
  return [
    ...roles
      .filter((role) => !found.some((one: any) => one.rolname === role))
      .map((role) => `${role}: it does not exist`),
    ...found.flatMap((one: any) =>
      ['rolsuper', 'rolbypassrls', 'rolcreaterole']
        .filter((right) => one[right])
        .map((right) => `${one.rolname}: ${right}`)
    ),
    ...owned.map((one: any) => `${one.owner}: it owns ${one.relname}`),
  ]
}

/** Builds `sql` as the owner, looks at the catalogue, and undoes it all. */
export async function plantedInBase(
  sql: string,
  look: (client: Client) => Promise<string[]>
): Promise<string[]> {
  const trx = await master().transaction()
  try {
    await trx.rawQuery(sql)
    return await look(trx)
  } finally {
    await trx.rollback()
  }
}
