import db from '@adonisjs/lucid/services/db'
import SchemaGenerate from '@adonisjs/lucid/commands/schema_generate'

const OWNED = `select distinct table_schema as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema = any(?) order by 1`

/**
 * One file a PostgreSQL schema, so that two rooms may each have their folders: Lucid names classes
 * by their table alone, and would put all of them in one file.
 */
export default class SchemaGenerateByRoom extends SchemaGenerate {
  async run() {
    const connection = db.manager.get(this.connection ?? db.primaryConnectionName)
    if (!connection) return super.run()
    const { config } = connection as { config: any }
    const { enabled, outputPath, ...rest } = config.schemaGeneration ?? { enabled: false }
    if (!enabled) return super.run()
    const { rows } = await db
      .connection(this.connection)
      .rawQuery(OWNED, [config.searchPath.filter((name: string) => name !== 'public')])
    for (const { name } of rows) {
      config.schemaGeneration = {
        ...rest,
        enabled,
        schemas: [name],
        outputPath: `${outputPath}/${name}.ts`,
      }
      await super.run()
    }
    config.schemaGeneration = { ...rest, enabled, outputPath }
  }
}
