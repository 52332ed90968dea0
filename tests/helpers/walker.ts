import { appUrl } from '#config/app'
import type User from '#kernel/people/user'
import { cookieOf } from '#tests/helpers/streams'

/**
 * Somebody who opens page after page in one session, as a person does: a session for each of a
 * thousand pages costs more than the pages. Whoever walks asks at the end whether she is still in:
 * one of those pages may have shown her out, and all that follow would be read by nobody.
 */
export async function walker(user: User) {
  const cookie = await cookieOf(user)
  const open = async (path: string) => {
    const headers = { cookie, accept: 'text/html' }
    const answer = await fetch(new URL(path, appUrl), { headers, redirect: 'manual' })
    await answer.arrayBuffer()
    return answer
  }
  return { open, isStillIn: async () => (await open('/compte')).status === 200 }
}
