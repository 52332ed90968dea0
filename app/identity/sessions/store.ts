import type {
  SessionConfig,
  SessionData,
  SessionStoreWithTaggingContract,
  TaggedSession,
} from '@adonisjs/session/types'
import string from '@adonisjs/core/helpers/string'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#kernel/clock'
import { hearTime, moment } from '#identity/moment'
import { networkOf } from '#lib/net/network'
import { ask, inOneExchange, keepingPlan } from '#lib/one_exchange'
import { named, readSpelled, spelled } from '#lib/spelled_question'
import { digest } from '#identity/secrets'
import { type Place, placeOf, placeQuestion } from '#kernel/people/memberships'
import User from '#kernel/people/user'
import { tenants } from '#kernel/tenant'
import type { SessionOwners } from './outsiders.js'
import { flashWithoutSecrets } from './secret_fields.js'

const TABLE = 'kernel.sessions'
/** Where @adonisjs/session keeps what the next page shows once. */
const FLASH = '__flash__'
/** The session, the person whose it is and the time of the base, in one question: every page asks it. */
const READ = `
  select u.*, s.user_id is not null as has_person, s.data as session_data, s.expires_at as session_end,
    extract(epoch from clock_timestamp()) * 1000 as base_time
  from kernel.sessions s left join kernel.users u on u.id = s.user_id::uuid
  where s.id = ? and s.expires_at > ?`

const PLACE = placeQuestion('?', '(select user_id::uuid from kernel.sessions where id = ?)')

/** What finds her place in a member that the page is asked of: the wall is told whose rows first. */
const placeOfHers = (client: QueryClientContract, tenantId: string, id: string) => [
  client.rawQuery(`set local app.tenant_id = '${tenantId}'`),
  keepingPlan(client.rawQuery(PLACE, [tenantId, id])),
]

interface Row {
  id: string
  data: string
  user_id?: string | null
  person_id?: string | null
}

type WrittenAgain = 'data' | 'expires_at' | 'user_id' | 'person_id'

/** A session is written, and the one that it follows is left: by a plan that is kept, for whoever comes in. */
const writing = (merged: WrittenAgain[]): string => `
  with said as materialized (select ${readSpelled('said')} as it),
  moment as (select coalesce((it->>'at')::timestamptz, statement_timestamp()) as at from said),
  former as (delete from ${TABLE} using said where id = it->>'former')
  insert into ${TABLE} (id, data, user_id, person_id, user_agent, network, created_at, expires_at)
  select it->>'id', it->>'data', it->>'user_id', (it->>'person_id')::uuid, it->>'user_agent',
    it->>'network', at, at + make_interval(secs => (it->>'seconds')::double precision)
  from said, moment
  on conflict (id) do update set ${merged.map((one) => `${one} = excluded.${one}`).join(', ')}`

/** A session that was used a moment ago is not written again: reading a page writes nothing. */
export const TOUCH_EVERY_MS = 5 * 60_000

interface Visit {
  userAgent: string | null
  /** From where: an address, or the /64 of one. */
  network?: string | null
  /** Whether the request names a session: one that names none has nothing to read. */
  broughtSession: boolean
  /** The member whose page is asked, by somebody who only reads: her place there is read too. */
  tenantAskedFor?(): Promise<string | undefined>
  /** Told her place in that member; null when she has none. */
  placeIs?(tenantId: string, place: Place | null): void
  /** Told whose session it is: a row of kernel.users. */
  sessionOf?(person: Record<string, unknown>): void
  /** Told that its end was written less than TOUCH_EVERY_MS ago. */
  isRecent?(): void
  /** Whose the session is from now on; undefined when the request says nothing of it. */
  owners?(): SessionOwners | undefined
  /** Whether it goes on under another identifier: what destroys the former writes the new one next. */
  movesOn?(): boolean
}

/**
 * Sessions in PostgreSQL, under the digest of their identifier: who reads the table cannot take
 * somebody's place. One instance serves one request.
 */
export class SessionStore implements SessionStoreWithTaggingContract {
  #expiresAt = new Map<string, number>()
  #absent = new Set<string>()
  /** The identifier that is left, until the new one is written. */
  #former: string | null = null
  /** What each session held when it was read. */
  #read = new Map<string, string>()

  constructor(
    private lifeMs: number,
    private visit: Visit
  ) {}

  async read(sessionId: string): Promise<SessionData | null> {
    if (!this.visit.broughtSession) return null
    const id = digest(sessionId)
    const before = clock.own().toMillis()
    const client = db.connection('app')
    const tenantId = (await this.visit.tenantAskedFor?.()) ?? null
    const question = keepingPlan(client.rawQuery(READ, [id, moment() as never]))
    const [rows, , places] = await inOneExchange(client, [
      question,
      ...(tenantId ? placeOfHers(client, tenantId, id) : []),
    ])
    const after = clock.own().toMillis()
    if (rows.length === 0) {
      this.#absent.add(id)
      return null
    }
    const { has_person: hasPerson, session_data: data, session_end: end, ...rest } = rows[0]
    const { base_time: baseTime, ...person } = rest
    hearTime(Number(baseTime), before, after)
    this.#expiresAt.set(id, end.getTime())
    this.#read.set(id, data)
    if (hasPerson) this.visit.sessionOf?.(person)
    if (hasPerson && tenantId) this.visit.placeIs?.(tenantId, placeOf(person.id, places[0]))
    if (this.#endsLateEnough(id)) this.visit.isRecent?.()
    return JSON.parse(data)
  }

  /** A session that was closed while its request ran stays closed: it is updated, never put back. */
  async write(sessionId: string, data: SessionData): Promise<void> {
    const id = digest(sessionId)
    if (this.#expiresAt.has(id)) return this.#change(id, data)
    const owners = this.#owners()
    const changed: WrittenAgain[] = owners ? ['user_id', 'person_id'] : []
    await this.#upsert({ id, data: asText(data), ...owners }, ['data', 'expires_at', ...changed])
  }

  async touch(sessionId: string): Promise<void> {
    const id = digest(sessionId)
    if (!this.#expiresAt.has(id) || this.#endsLateEnough(id)) return
    await this.#rows().where('id', id).update({ expires_at: this.#end() })
  }

  async destroy(sessionId: string): Promise<void> {
    const id = digest(sessionId)
    if (this.#absent.has(id)) return
    if (this.visit.movesOn?.()) this.#former = id
    else await this.#rows().where('id', id).delete()
  }

  async tag(sessionId: string, userId: string): Promise<void> {
    await this.#upsert({ id: digest(sessionId), data: '{}', user_id: String(userId) }, ['user_id'])
  }

  async untag(sessionId: string): Promise<void> {
    await this.#rows().where('id', digest(sessionId)).update({ user_id: null })
  }

  async tagged(userId: string): Promise<TaggedSession[]> {
    const rows = await this.#rows().where('user_id', userId).where('expires_at', '>', moment())
    return rows.map(({ id, data }) => ({ id, data: JSON.parse(data) }))
  }

  /**
   * Writes what this request changed and nothing else: pages that one person opens at the same time
   * keep each other's keys.
   */
  async #change(id: string, data: SessionData): Promise<void> {
    const [before, after] = [JSON.parse(this.#read.get(id) ?? '{}'), JSON.parse(asText(data))]
    const same = (name: string) => JSON.stringify(before[name]) === JSON.stringify(after[name])
    const changed = Object.fromEntries(Object.entries(after).filter(([name]) => !same(name)))
    const removed = Object.keys(before).filter((name) => !(name in after))
    await db.connection('app').rawQuery(
      `update kernel.sessions set data = ((data::jsonb - ?::text[]) || ?::jsonb)::text, expires_at = ?
         where id = ?`,
      [removed, JSON.stringify(changed), this.#end() as never, id]
    )
  }

  /**
   * Whether a session that was read ends, but for a few minutes, when it would if it were written
   * now. It was read a moment ago: by then this process follows the time of the base.
   */
  #endsLateEnough = (id: string) =>
    clock.ms() + this.lifeMs - this.#expiresAt.get(id)! < TOUCH_EVERY_MS
  #rows = () => db.connection('app').from(TABLE)
  #owners() {
    const owners = this.visit.owners?.()
    return owners && { user_id: owners.userId, person_id: owners.personId }
  }
  #end = () => moment(this.lifeMs / 1000)

  async #upsert(row: Row, merged: WrittenAgain[]): Promise<void> {
    const { userAgent, network = null } = this.visit
    const [at, seconds] = [clock.held()?.toISO() ?? null, this.lifeMs / 1000]
    const said = { ...row, user_agent: userAgent, network, former: this.#former, at, seconds }
    this.#former = null
    const question = named(writing(merged), { said: spelled(said) })
    await ask(db.connection('app'), [question])
  }
}

/**
 * What rests in the base. The one place through which every flash passes, whoever made it: a form
 * sent back keeps what was typed, and never a secret.
 */
function asText(data: SessionData): string {
  const { [FLASH]: flash, ...kept } = data
  return JSON.stringify(
    flash === undefined ? kept : { ...kept, [FLASH]: flashWithoutSecrets(flash) }
  )
}

/** A form is received in a transaction, which reads her place as it begins. */
const isReadingOfMember = ({ request, route, params }: HttpContext): boolean =>
  request.method() === 'GET' &&
  route?.pattern.startsWith('/c/:tenant') === true &&
  /^[\w-]+$/.test(params.tenant)

/** What config/session.ts asks for: one store a request; `ctx` is null outside of requests. */
export function sessionStore(ctx: HttpContext | null, config: SessionConfig): SessionStore {
  const lifeMs = string.seconds.parse(config.age) * 1000
  if (!ctx) return new SessionStore(lifeMs, { userAgent: null, broughtSession: true })
  return new SessionStore(lifeMs, {
    userAgent: ctx.request.header('user-agent')?.slice(0, 300) ?? null,
    network: networkOf(ctx.request.ip()),
    broughtSession: ctx.request.header('cookie')?.includes(`${config.cookieName}=`) ?? false,
    sessionOf: (row) => (ctx.sessionOwner = User.$createFromAdapterResult(row) ?? undefined),
    tenantAskedFor: async () =>
      isReadingOfMember(ctx) ? (await tenants.bySlug(ctx.params.tenant))?.id : undefined,
    placeIs: (tenantId, place) => (ctx.placeRead = { tenantId, place }),
    isRecent: () => (ctx.sessionIsRecent = true),
    owners: () => ctx.sessionOwners,
    movesOn: () => ctx.session.hasRegeneratedSession && !ctx.session.isEmpty,
  })
}
