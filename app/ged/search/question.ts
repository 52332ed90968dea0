import type { Source } from '#web/search'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { askedOf, type Asked } from '#lib/french/search/asked'
import { fieldsIn } from '#lib/french/search/fields'
import { synonymsFor } from '../settings.js'
import DocumentType from '../types/document_type.js'
import { keysOf, narrowing, wordsOfFields } from './narrow.js'

/** A search as an owner reads it: its types have fields of their own, and its words other names. */
export interface Question {
  asked: Asked
  /** What is asked of the fields of a row `node` of `ged.nodes`; null when nothing is. */
  only: Source | null
}

/** Reads what was typed as the tenant in context does. */
export async function readQuestion(typed: string): Promise<Question> {
  const synonyms = synonymsFor(await tenants.current())
  if (!typed.includes(':')) return { asked: askedOf(typed, synonyms), only: null }
  const types = await DocumentType.query()
  const keys = keysOf(types)
  const { rest, fields } = fieldsIn(typed, (key) => keys.has(key))
  const asked = askedOf(rest, synonyms)
  const terms = [...new Set([...asked.terms, ...wordsOfFields(fields)])]
  return {
    asked: { ...asked, terms, isTooCommon: asked.isTooCommon && fields.length === 0 },
    only: narrowing(fields, types),
  }
}

/** The same condition, of an entry of the index. */
export const ofEntries = ({ sql, bindings }: Source): Source => ({
  sql: `exists (select from ged.nodes node where node.tenant_id = ? and node.id = entry.thing_id and ${sql})`,
  bindings: [tenancy.tenantId(), ...bindings],
})
