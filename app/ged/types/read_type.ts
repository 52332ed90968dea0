import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DurationRefused } from '../errors.js'
import { ACCESS_CODES } from '../rules/access_codes.js'
import { durationOf } from '../rules/retention_end.js'

const validator = vine.create({
  label: vine.string().trim().minLength(2).maxLength(80),
  rule: vine.string().trim().maxLength(20).optional(),
  finalAction: vine.enum(['keep', 'destroy', 'sort'] as const).optional(),
  accessCode: vine.enum(ACCESS_CODES.map(({ code }) => code)).optional(),
})

/** What a form says of a type of documents. @throws E_GED_DURATION at its field */
export async function readType({ request }: HttpContext) {
  const told = await request.validateUsing(validator)
  const { label, rule, finalAction = null, accessCode = null } = told
  const retentionRule = rule ? durationOf(rule) : null
  if (rule && !retentionRule) throw new DurationRefused(rule).at('rule')
  return { label, retentionRule, finalAction, accessCode }
}
