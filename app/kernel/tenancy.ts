/** The first wall between tenants; the second is PostgreSQL's row-level security (house §7). */
export { tenancy, NoTenantContext, type TenantContext } from './tenancy/context.js'
export { TenantModel } from './tenancy/tenant_model.js'
export { TenantAdapter } from './tenancy/adapter.js'
export { tenantTableSql, systemMay, globalTableSql, tellsPublicSql } from './tenancy/sql.js'
