import { column } from '@adonisjs/lucid/orm'

/** A jsonb column: pg would send an array as a PostgreSQL array. */
export const jsonColumn = () =>
  column({ prepare: (value: unknown) => (value === null ? null : JSON.stringify(value)) })
