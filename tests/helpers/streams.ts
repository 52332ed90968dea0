import { CookieClient } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type User from '#kernel/people/user'
import { openSessionWith, strongFor } from '#tests/helpers/sessions'
import { FACT_LIMIT_MS } from '#tests/helpers/until'

const baseUrl = () => `http://${process.env.HOST}:${process.env.PORT}`

/** An open stream, read event by event. */
export async function follow(who: User | null, slug: string, query: string, base = baseUrl()) {
  const headers: Record<string, string> = { accept: 'text/event-stream' }
  if (who) headers.cookie = await cookieOf(who)
  const leaving = new AbortController()
  const answer = await fetch(`${base}/c/${slug}/flux${query}`, {
    headers,
    redirect: 'manual',
    signal: leaving.signal,
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  let reading: ReturnType<NonNullable<typeof reader>['read']> | undefined
  return {
    answer,
    /** What is heard up to `until`; all that was heard in so long when it never comes. */
    async hear(until: string, patience = FACT_LIMIT_MS): Promise<string> {
      const limit = Date.now() + patience
      while (!heard.includes(until) && Date.now() < limit) {
        const silence = new Promise<null>((end) => setTimeout(end, limit - Date.now(), null))
        const next = await Promise.race([(reading ??= reader!.read()), silence])
        if (!next || next.done) break
        reading = undefined
        heard += next.value
      }
      return heard
    },
    /** Reads on until the server ends it: a stream that it leaves open ends the test by its limit. */
    async ended(): Promise<void> {
      while (!(await (reading ??= reader!.read())).done) reading = undefined
    },
    leave: () => leaving.abort(),
  }
}

export async function cookieOf(user: User): Promise<string> {
  const { cookieName, sessionId } = await openSessionWith(app, {
    auth_web: user.id,
    ...strongFor(user),
  })
  const cookies = new CookieClient((await app.container.make('encryption')).use())
  return `${cookieName}=${cookies.sign(cookieName, sessionId)}`
}
