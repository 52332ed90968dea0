import type { ApiClient } from '@japa/api-client'
import type User from '#kernel/people/user'

/** What the form of a page says that its reader has seen. */
export async function seenIn(client: ApiClient, who: User, page: string): Promise<string> {
  const answer = await client.get(page).loginAs(who)
  const [, seen] = /name="seen" value="([^"]+)"/.exec(answer.text()) ?? []
  if (!seen) throw new Error(`${page} answered ${answer.status()} without a form`)
  return seen
}

/** Opens a page as its reader does, then sends its form, to the page itself or to `action`. */
export async function fillIn(
  client: ApiClient,
  who: User,
  page: string,
  typed: Record<string, unknown>,
  { action = page, method = 'put' as 'put' | 'post', accept = 'text/html', isHeard = false } = {}
) {
  const seen = await seenIn(client, who, page)
  const sent = client[method](action)
    .loginAs(who)
    .withCsrfToken()
    .header('referer', page)
    .header('accept', accept)
    .json({ seen, ...typed })
    .redirects(0)
  return isHeard ? sent.hearingSession() : sent
}
