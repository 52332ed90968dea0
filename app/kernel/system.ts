import db from '@adonisjs/lucid/services/db'

/**
 * The connection of the few tasks that meet all tenants (handing jobs over, sealing journals,
 * routing the ministry's mail). Its role is behind row-level security too: a migration names, table
 * by table, what it may do.
 */
export const systemDb = () => db.connection('system')
