import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { STARTING_TABLE } from '../rules/starting_table.js'
import DocumentType from './document_type.js'
import { giveUsualTypes } from './usual_types.js'

/** Whether nothing is told yet of what becomes of the documents of a type. */
export const isUntold = ({ retentionRule, finalAction, accessCode }: DocumentType): boolean =>
  !retentionRule && !finalAction && !accessCode

/**
 * Tells what becomes of the types of the starting table, but for those of which a member has told
 * something itself. How many took it.
 */
export async function adoptTable(by: Actor): Promise<number> {
  await giveUsualTypes()
  const types = new Map((await DocumentType.query()).map((type) => [type.code, type]))
  const taken: string[] = []
  for (const { code, rule, finalAction, accessCode } of STARTING_TABLE) {
    const type = types.get(code)
    if (!type || !isUntold(type)) continue
    await type.merge({ retentionRule: rule, finalAction, accessCode }).save()
    taken.push(type.code)
  }
  const subject = { capability: 'ged', type: 'types', id: tenancy.tenantId() }
  if (taken.length > 0) {
    await journal.append({ type: 'ged.table_adopted', subject, actor: by, data: { types: taken } })
  }
  return taken.length
}
