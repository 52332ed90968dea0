import { digest } from '#identity/secrets'

/** What changes with the password and tells nothing of it: what hangs on the former one dies. */
export const passwordVersion = (user: { password: string | null }): string =>
  digest(`version ${user.password ?? ''}`).slice(0, 16)
