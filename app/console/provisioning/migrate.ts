import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'

/** Runs the pending migrations as the owner of the base; returns how many. Throws the first error. */
export async function migrate(): Promise<number> {
  const runner = new MigrationRunner(db, app, { direction: 'up', connectionName: 'owner' })
  await runner.run()
  if (runner.error) throw runner.error
  return Object.values(runner.migratedFiles).filter((file) => file.status === 'completed').length
}
