import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import {
  acrossSchemas,
  freeIndexes,
  globalTables,
  notLedByTenant,
  NULLABLE_TENANT,
  plantedInBase,
  strangeExceptions,
  strongRoles,
  tablesOf,
  tenantTables,
  widePolicies,
  withoutTenant,
  withoutWall,
} from './support/catalogue.js'
import { outsideWithoutWall } from './support/outside_wall.js'
import { looseFunctions } from './support/acting_as_owner.js'
import { rule } from './support/rule.js'
import { house, type Tree, planted } from './support/tree.js'

const owner = () => db.connection('owner')
const POLICY = `create policy p on planted.bare using (true) with check (true)`

const BREACHES = `
  create schema planted; create schema neighbour;
  create table planted.bare (tenant_id uuid, id uuid primary key, label text);
  ${POLICY};
  create index bare_by_label on planted.bare (label);
  create table planted.unforced (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
  alter table planted.unforced enable row level security;
  create table planted.nobody (id uuid primary key);
  create table neighbour.curious (tenant_id uuid not null, id uuid primary key, bare_id uuid references planted.bare(id));
  create function planted.curious(tenant uuid) returns setof uuid language sql security definer
    as 'select thing_id from kernel.search_entries where tenant_id = tenant';
  create role planted_role superuser bypassrls;
  create table planted.owned (tenant_id uuid not null); alter table planted.owned owner to planted_role;`

/** Generated classes whose `save()` would write every row of a tenant. */
const tenantAsPrimaryKey = (tree: Tree): string[] =>
  tree.files
    .filter((file) => file.startsWith('database/schema/'))
    .flatMap((file) => [...tree.read(file).matchAll(/export class (\w+)([\s\S]*?)\n}/g)])
    .filter(([, , body]) => /isPrimary: true[^@]*declare tenantId/.test(body))
    .map(([, name]) => `${name}: tenantId is its primary key`)

/** SQL written in one room that names a table of another. */
const sqlAcross = (tree: Tree, schemas: string[]): string[] =>
  tree.files
    .filter((file) => /^app\/(?!(?:kernel|web|identity|console)\/)[^/]+\/.*\.ts$/.test(file))
    .flatMap((file) => {
      const room = file.split('/')[1]
      const others = schemas.filter((schema) => schema !== room && schema !== 'kernel')
      const pattern = new RegExp(
        `(?:from|join|into|update|table)[\\s('"\`]+(${others.join('|')})\\.[a-z_]+`,
        'gi'
      )
      return [...tree.read(file).matchAll(pattern)].map(
        ([text]) => `${file}: ${text.replace(/\s+/g, ' ')}`
      )
    })

test.group('Tables and walls', () => {
  test('the catalogue is there, and so is whatever an exception names', async ({ assert }) => {
    const tables = (await tablesOf(owner())).map(({ name }) => name)
    assert.isAbove((await tenantTables(owner())).length, 8)
    assert.includeMembers(tables, [...Object.keys(globalTables()), ...Object.keys(NULLABLE_TENANT)])
    const { rows } = await owner().rawQuery(
      `select schemaname || '.' || indexname as name from pg_indexes`
    )
    assert.includeMembers(
      rows.map(({ name }: { name: string }) => name),
      Object.keys(freeIndexes())
    )
  })

  rule('every row of a tenant stands behind a forced policy', {
    house: () => withoutWall(owner()),
    planted: () => plantedInBase(BREACHES, withoutWall),
    catches: [
      /planted\.bare: row-level security is not enabled/,
      /planted\.unforced: row-level security is not forced/,
      /planted\.bare: no policy/,
      /planted\.bare: tenant_id may be null/,
    ],
  })

  rule('no policy opens more than the tenant in context', {
    house: () => widePolicies(owner()),
    planted: () => plantedInBase(BREACHES, widePolicies),
    catches: [/planted\.bare p: reads true/],
  })

  rule('every row of people outside stands behind a forced policy', {
    house: () => outsideWithoutWall(owner()),
    planted: () =>
      plantedInBase('alter table kernel.contact_points no force row level security', (client) =>
        outsideWithoutWall(client)
      ),
    catches: [/kernel\.contact_points: row-level security is not enabled and forced/],
  })

  rule('a table without tenant says why', {
    house: () => withoutTenant(owner()),
    planted: () => plantedInBase(BREACHES, withoutTenant),
    catches: [/planted\.nobody/],
  })

  rule('a room excepts from the walls what is its own, with its reason', {
    house: () => strangeExceptions(),
    planted: () =>
      strangeExceptions([
        { name: 'mairie', walls: { withoutTenant: { 'ecole.pupils': 'they are everybody’s' } } },
        { name: 'ecole', walls: { freeIndexes: { 'ecole.by_name': '' } } },
      ]),
    catches: [/mairie: ecole\.pupils/, /ecole: ecole\.by_name/],
  })

  rule('tenant_id leads every key and index', {
    house: () => notLedByTenant(owner()),
    planted: () => plantedInBase(BREACHES, notLedByTenant),
    catches: [/planted\.bare_pkey: it starts with id/, /planted\.bare_by_label/],
  })

  rule('no foreign key leaves its schema but towards the kernel, and each carries the tenant', {
    house: () => acrossSchemas(owner()),
    planted: () => plantedInBase(BREACHES, acrossSchemas),
    catches: [
      /neighbour\.curious: .* reaches into planted/,
      /neighbour\.curious: .* forgets tenant_id/,
    ],
  })

  rule('the working roles own nothing and are above nothing', {
    house: () => strongRoles(owner()),
    planted: () =>
      plantedInBase(BREACHES, (client) => strongRoles(client, ['planted_role', 'absent'])),
    catches: [
      /planted_role: rolsuper/,
      /planted_role: rolbypassrls/,
      /planted_role: it owns owned/,
      /absent: it does not exist/,
    ],
  })

  rule('a function that acts as its owner holds itself to the tenant in context', {
    house: () => looseFunctions(owner()),
    planted: () => plantedInBase(BREACHES, looseFunctions),
    catches: [
      /planted\.curious: acts as its owner, and no reason/,
      /planted\.curious: anybody may call it/,
      /planted\.curious: its search_path/,
      /planted\.curious: the caller names the tenant/,
      /planted\.curious: does not read the tenant in context/,
      /planted\.curious: reads a table without/,
    ],
  })

  rule('no generated class takes tenant_id for its primary key', {
    house: () => tenantAsPrimaryKey(house),
    planted: () =>
      planted(
        {
          'database/schema/mairie.ts': `export class PliSchema {\n  @column({ isPrimary: true })\n  declare tenantId: string\n}\n`,
        },
        tenantAsPrimaryKey
      ),
    catches: [/PliSchema/],
  })

  rule('no room writes SQL on the tables of another', {
    house: async () => {
      const schemas = new Set((await tablesOf(owner())).map(({ name }) => name.split('.')[0]))
      return sqlAcross(house, [...schemas])
    },
    planted: () =>
      planted(
        {
          'app/mairie/spy.ts':
            'trx.rawQuery(`select *\n from ecole.pupils`); trx.from("ecole.pupils")',
        },
        (tree) => sqlAcross(tree, ['mairie', 'ecole'])
      ),
    catches: [/spy\.ts: from ecole\.pupils/, /spy\.ts: from\("ecole\.pupils/],
  })
})
