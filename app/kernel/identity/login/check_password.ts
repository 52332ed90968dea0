import hash from '@adonisjs/core/services/hash'
import { newSecret } from '#kernel/identity/secrets'
import User from '#kernel/identity/user'

let decoy: Promise<string> | undefined

/**
 * The person whom an address and a password name, or null. An unknown address costs the same
 * computation as a known one, so that the delay tells nothing.
 */
export async function checkPassword(email: string, password: string): Promise<User | null> {
  decoy ??= hash.make(newSecret())
  const nobody = await decoy
  const user = await User.findBy('email', email.trim().toLowerCase())
  const matches = await hash.verify(user?.password ?? nobody, password)
  return matches && user?.password ? user : null
}
