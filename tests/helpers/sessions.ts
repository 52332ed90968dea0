import { randomUUID } from 'node:crypto'
import type { ApplicationService } from '@adonisjs/core/types'
import { SessionClient } from '@adonisjs/session/client'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'
import { ApiRequest } from '@japa/api-client'
import { configProvider } from '@adonisjs/core'
import type User from '#kernel/people/user'

/** What a page left in the session, where the request did not say that it would be looked at. */
const UNHEARD = {
  get values(): never {
    throw new Error('The session was not read: ask with .hearingSession()')
  },
  get flashMessages(): never {
    return this.values
  },
}

/**
 * Writes to the real store, and waits for it: the stock client neither uses nor awaits it. It reads
 * what a page left there when it is asked to: a question to the base after each request otherwise.
 */
class RealSessionClient extends SessionClient {
  isHeard = false

  constructor(
    private pending: Promise<void>[],
    store: SessionStoreContract
  ) {
    super(store)
  }

  async commit() {
    await super.commit()
    await Promise.all(this.pending.splice(0))
  }

  async load(sessionId?: string) {
    return this.isHeard ? super.load(sessionId) : UNHEARD
  }
}

declare module '@japa/api-client' {
  interface ApiRequest {
    /** Reads the session after the answer, for who looks at what the page left in it. */
    hearingSession(): this
  }
}

/** The name of the cookie and the identifier of a new session that holds `values`. */
export async function openSessionWith(app: ApplicationService, values: SessionData) {
  const config: any = await configProvider.resolve(app, app.config.get('session'))
  const sessionId: string = randomUUID()
  await config.stores[config.store](null, config).write(sessionId, values)
  return { cookieName: config.cookieName as string, sessionId }
}

/** `loginAs` and `withSession` of the API client, on the sessions that the server really reads. */
export const realSessions = (app: ApplicationService) => async () => {
  const config: any = await configProvider.resolve(app, app.config.get('session'))
  ApiRequest.macro('hearingSession', function (this: ApiRequest) {
    ;(this.sessionClient as RealSessionClient).isHeard = true
    return this
  })
  ApiRequest.getter(
    'sessionClient',
    () => {
      const pending: Promise<void>[] = []
      const store = config.stores[config.store](null, config)
      const awaited: SessionStoreContract = {
        read: (id: string) => store.read(id),
        write: (id: string, data: SessionData) => void pending.push(store.write(id, data)),
        destroy: () => undefined,
        touch: (id: string) => store.touch(id),
      }
      return new RealSessionClient(pending, awaited)
    },
    true
  )
}

/** What a session says of somebody who came in with all that her role asks for. */
export const strongFor = (user: User): SessionData => (user.isOperator ? { strong: true } : {})

/** `loginAs` an operator: the console opens to nobody who came in with a password alone. */
export const strongOperators = () => () => {
  const loginAs = ApiRequest.prototype.loginAs
  ApiRequest.macro('loginAs', function (this: ApiRequest, user, ...rest) {
    this.withSession(strongFor(user as User))
    return loginAs.call(this, user, ...rest)
  })
}
