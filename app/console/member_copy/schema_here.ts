import db from '@adonisjs/lucid/services/db'

/** The last migration of this base. */
export async function schemaHere(): Promise<string> {
  const { rows } = await db
    .connection('owner')
    .rawQuery('select name from public.adonis_schema order by name desc limit 1')
  return rows[0].name
}
