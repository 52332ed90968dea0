const CONTEXT = `nullif(current_setting('app.tenant_id', true), '')::uuid`

/**
 * The second wall, put on a tenant table by its migration: row-level security enabled and forced,
 * one policy for the application role, its grants. No sub-select in a policy: Citus refuses it.
 */
export function tenantTableSql(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy tenant_isolation on ${table} to halle_app
      using (tenant_id = ${CONTEXT}) with check (tenant_id = ${CONTEXT});
    grant select, insert, update, delete on ${table} to halle_app;`
}

type Right = 'select' | 'insert' | 'update' | 'delete'

/** Names what the system role may do on a table, and why it must meet all tenants there. */
export function systemMay(rights: Right[], table: string, _why: string): string {
  return `
    create policy system_work on ${table} to halle_system using (true) with check (true);
    grant ${rights.join(', ')} on ${table} to halle_system;`
}

/** A table of the whole platform (catalogue of tenants, persons): no tenant, no policy. */
export function globalTableSql(table: string): string {
  return `grant select, insert, update, delete on ${table} to halle_app, halle_system;`
}

/** For a table that public pages read: whatever changes in it makes those that are kept be drawn anew. */
export const tellsPublicSql = (table: string): string => `
    create constraint trigger tells_public after insert or update or delete on ${table}
      deferrable initially deferred for each row execute function kernel.tell_public();`
