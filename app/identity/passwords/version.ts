import { digest } from '#identity/secrets'
import type User from '#kernel/people/user'

/** What changes with the password and tells nothing of it: what hangs on the former one dies. */
export const passwordVersion = (user: User): string =>
  digest(`version ${user.password ?? ''}`).slice(0, 16)
