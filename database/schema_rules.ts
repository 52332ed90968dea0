import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

/** What the base writes beside a row to order it: a model reads it as it comes (« -infinity »), and never writes it. */
const generated = { tsType: 'string', decorators: [{ name: '@column' }], imports: [] }

/**
 * Our keys are (tenant_id, id): left alone, the generator would call tenant_id the primary key, and
 * `save()` would then write every row of the tenant.
 */
export default {
  primaryKey: (_table: string, primaryKeys: string[], columns: any) => {
    const columnName = primaryKeys.includes('id')
      ? 'id'
      : primaryKeys.find((key) => key !== 'tenant_id')
    if (!columnName) return undefined
    return {
      columnName,
      columnInfo: {
        tsType: ['integer', 'smallint'].includes(columns[columnName].type) ? 'number' : 'string',
        decorators: [{ name: '@column', args: { isPrimary: true } }],
        imports: [],
      },
    } as any
  },
  columns: { decision_key: generated, changed_key: generated },
  tables: {},
} satisfies SchemaRules
