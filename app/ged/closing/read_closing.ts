import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { FieldContext, Infer } from '@vinejs/vine/types'
import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { ACCESS_CODES } from '../rules/access_codes.js'
import { durationOf } from '../rules/retention_end.js'
import type { DepositTerms } from './deposit_folder.js'

export interface ClosingAsked {
  /** The day from which its documents are kept, AAAA-MM-JJ. */
  from: string
  /** Null when it stays here. */
  deposit: DepositTerms | null
}

const rule = (name: string, sentence: string, isRight: (text: string) => boolean) =>
  vine.createRule((text, _options, field) => {
    if (typeof text === 'string' && !isRight(text)) field.report(sentence, name, field)
  })

const pastDay = rule(
  'pastDay',
  'Écrivez un jour passé ou celui d’aujourd’hui, comme 31/12/2026 : la conservation court de lui.',
  (text) => (dayOf(text) ?? '9999') <= clock.today().toString()
)
const duration = rule(
  'duration',
  'Cette durée ne se lit pas : écrivez-la comme « 10 ans » ou « 6 mois ».',
  (text) => durationOf(text) !== null
)

const dayOf = (text: string): string | null => LocalDate.tryParse(text)?.toString() ?? null
const deposits = ({ data }: FieldContext) => /^(?:true|on|1)$/.test(String(data.deposits))

/** The terms are asked for when the archives will read them. */
export const closing = vine.create({
  from: vine.string().trim().maxLength(10).use(pastDay()),
  deposits: vine.boolean().optional(),
  rule: vine.string().trim().maxLength(20).use(duration()).optional().requiredWhen(deposits),
  finalAction: vine
    .enum(['keep', 'destroy', 'sort'] as const)
    .optional()
    .requiredWhen(deposits),
  accessCode: vine
    .enum(ACCESS_CODES.map(({ code }) => code))
    .optional()
    .requiredWhen(deposits),
})

/** What a form says of the end of a folder, all its faults told at once. */
export const readClosing = async ({ request }: HttpContext): Promise<ClosingAsked> =>
  askedOf(await request.validateUsing(closing))

export function askedOf(said: Infer<typeof closing>): ClosingAsked {
  const { rule: written, finalAction, accessCode } = said
  return {
    from: dayOf(said.from)!,
    deposit: said.deposits
      ? { rule: durationOf(written!)!, finalAction: finalAction!, accessCode: accessCode! }
      : null,
  }
}
