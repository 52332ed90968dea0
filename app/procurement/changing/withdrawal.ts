import type { HttpContext } from '@adonisjs/core/http'
import { WithdrawalSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import type Consultation from '../drafting/consultation.js'
import { currentVersion } from './dossier_version.js'

/** What is taken when it is not one file. */
export const WHOLE = 'Dossier complet'
/** What a withdrawal says of who left an address to be told of what changes. */
export const FOLLOWED = 'Adresse laissée pour être prévenu'

/** One time that somebody took documents: when and what; who, only if she left an address (OE-05). */
export default class Withdrawal extends TenantModel(WithdrawalSchema) {
  static table = 'procurement.withdrawals'
}

/**
 * Notes that documents are taken now, in the transaction in context (ACH-08). Nobody is asked who
 * takes them; the parts of a file that follow the first one, and a mere look, are no withdrawal.
 */
export async function noteTaken(
  { request }: HttpContext,
  consultation: Consultation,
  what: string,
  version?: number
): Promise<void> {
  const range = request.header('range')
  const isTaken = request.method() === 'GET' && (!range || /^bytes=0-/.test(range))
  if (isTaken) await noteWithdrawal(consultation, what, { version })
}

/** The same, of who left an address. */
export async function noteWithdrawal(
  consultation: Consultation,
  what: string,
  { version, email = null }: { version?: number; email?: string | null } = {}
): Promise<void> {
  await Withdrawal.create({
    consultationId: consultation.id,
    version: version ?? (await currentVersion(consultation)).number,
    what: what.slice(0, 250),
    email,
    at: clock.now(),
  })
}
