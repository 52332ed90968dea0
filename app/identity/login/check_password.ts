import hash from '@adonisjs/core/services/hash'
import { newSecret } from '#identity/secrets'

let decoy: Promise<string> | undefined

/**
 * Whether a password is hers. Nobody, and somebody without a password, cost the same computation
 * as anybody, so that the delay tells nothing.
 */
export async function checkPassword(
  user: { password: string | null } | null,
  password: string
): Promise<boolean> {
  decoy ??= hash.make(newSecret())
  const nobody = await decoy
  const matches = await hash.verify(user?.password ?? nobody, password)
  return matches && Boolean(user?.password)
}
