import db from '@adonisjs/lucid/services/db'
import env from '#start/env'

/**
 * Whoever holds the server of the tests: walls do not stop it, as they stop the owner of the tables.
 * With a server that was given to us, its owner.
 */
export function master() {
  const connection = env.get('DATABASE_BACKUP_URL') ?? env.get('DATABASE_URL')
  if (!db.manager.has('master'))
    db.manager.add('master', { client: 'pg', connection, pool: { min: 0, max: 2 } })
  return db.connection('master')
}
