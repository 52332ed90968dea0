import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'
import { drawCode, plainCode } from '#identity/factors/codes'
import { moment } from '#identity/moment'
import { NotProvenByMail, NotStrong } from '#identity/errors'
import { digest } from '#identity/secrets'
import type User from '#kernel/people/user'
import { hasAnyFactor } from './factors_of.js'

const CODE_MINUTES = 15
/** How long a session that began by a letter may set up a first factor. */
const FRESH_MINUTES = 60
const rows = () => db.connection('app').from('kernel.factor_proofs')

/** This session reads her letters: a link or a code that was mailed to her came back. */
export function noteMailRead({ session }: HttpContext, user: User): void {
  session.put('mail_read', { by: user.id, at: clock.now().toMillis() })
}

export function hasReadMail({ session }: HttpContext, user: User): boolean {
  const read: { by: string; at: number } | undefined = session.get('mail_read')
  return read?.by === user.id && clock.now().toMillis() - read.at < FRESH_MINUTES * 60_000
}

/**
 * Whether she may add a factor now. To the first, a password must not be enough: who stole it would
 * set up his own and shut her out. Beside another one, the session must have proved that one.
 * Throws NotProvenByMail, NotStrong.
 */
export async function mayAddFactor(ctx: HttpContext, user: User): Promise<void> {
  if (ctx.session.get('strong') === true) return
  if (await hasAnyFactor(user)) throw new NotStrong()
  if (!hasReadMail(ctx, user)) throw new NotProvenByMail()
}

/** A new code for a person, to be mailed; those before it die. */
export async function openProof(user: User): Promise<string> {
  const code = drawCode(8)
  await db
    .connection('app')
    .knexQuery()
    .table('kernel.factor_proofs')
    .insert({
      user_id: user.id,
      code_hash: digest(`${user.id} ${code}`),
      expires_at: moment(CODE_MINUTES * 60),
    })
    .onConflict('user_id')
    .merge()
  return code
}

/** Whether a code is the one that she was mailed; it serves once. */
export async function spendProof(user: User, code: string): Promise<boolean> {
  const spent = await rows()
    .where({ user_id: user.id, code_hash: digest(`${user.id} ${plainCode(code)}`) })
    .where('expires_at', '>', moment())
    .delete()
  return Number(spent) === 1
}
