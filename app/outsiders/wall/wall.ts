import { AsyncLocalStorage } from 'node:async_hooks'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { tenancy } from '#kernel/tenancy'
import { holding } from '#kernel/tenancy/one_connection'
import { openSaying } from '#kernel/tenancy/opening'
import { ask } from '#lib/one_exchange'
import { named as saidWith } from '#lib/spelled_question'

/** In whose name, and by what it was told, a transaction reads the rows of people outside. */
export interface Behind {
  person?: string
  establishments?: string[]
  organisations?: string[]
  /** Digest of an identifier that somebody gave: a `sub`, an address, an account number. */
  identifier?: string
  matchKeys?: string[]
  doorCode?: string
  invitation?: string
  organisationNumber?: string
  establishmentNumber?: string
}

const SETTINGS: Record<keyof Behind, string> = {
  person: 'app.person_id',
  establishments: 'app.establishment_id',
  organisations: 'app.organisation_id',
  identifier: 'app.identifier',
  matchKeys: 'app.match_keys',
  doorCode: 'app.door_code',
  invitation: 'app.invitation',
  organisationNumber: 'app.organisation_number',
  establishmentNumber: 'app.establishment_number',
}

/** A bug: rows of people outside were asked for in nobody's name. */
export class NobodysName extends Error {
  readonly code = 'E_NOBODYS_NAME'
  constructor(what: string) {
    super(`${what} belongs to people outside: call it inside behind()`)
  }
}

const storage = new AsyncLocalStorage<{ trx: Trx; scope: Behind }>()

/** The transaction in context; throws where there is none. */
export function wallTrx(what = 'This query'): Trx {
  const context = storage.getStore()
  if (!context) throw new NobodysName(what)
  return context.trx
}

/**
 * Runs `work` in the name of somebody outside, and of nobody else: in the transaction in context (a
 * tenant's, an outer `behind`), or in one of its own. What was said before holds again afterwards.
 */
export async function behind<T>(scope: Behind, work: (trx: Trx) => Promise<T>): Promise<T> {
  const outer = storage.getStore()
  const trx = outer?.trx ?? tenancy.current()?.trx
  if (trx) return inside(trx, scope, outer?.scope ?? {}, work)
  // What is said ends with a transaction of its own: nothing is taken back.
  return tenancy.outside(() =>
    openSaying(saying(scope), (own) =>
      holding(own, () => storage.run({ trx: own, scope }, async () => await work(own)))
    )
  )
}

/**
 * One question in the name of somebody outside, in a single exchange: PostgreSQL makes one
 * transaction of what is sent together, and what it says ends with it. In the transaction in context,
 * where there is one. `named` are identifiers and digests, written in the place of `:name`; whatever
 * else is said travels spelled (`spelled`).
 */
export async function askBehind(
  scope: Behind,
  question: string,
  named: Record<string, string> = {}
): Promise<any[]> {
  const asked = question.split(';').map((one) => saidWith(one, named))
  const texts = asked.map(({ text }) => text)
  if (storage.getStore() ?? tenancy.current())
    return behind(scope, async (trx) => rowsOf(await trx.rawQuery(texts.join('; '))))
  return rowsOf(await ask(db.connection('app'), asked, saying(scope)))
}

/** Of the last of several questions. */
const rowsOf = (answers: { rows: any[] } | { rows: any[] }[]) => [answers].flat().at(-1)!.rows

async function inside<T>(
  trx: Trx,
  scope: Behind,
  before: Behind,
  work: (trx: Trx) => Promise<T>
): Promise<T> {
  await say(trx, scope, before)
  try {
    return await storage.run({ trx, scope }, async () => await work(trx))
  } finally {
    // After an error of SQL the transaction is lost, and with it what it said.
    await say(trx, before, scope).catch(() => undefined)
  }
}

// SET LOCAL, not set_config(): Citus hands only the former to its workers.
const saying = (scope: Behind, names = Object.keys(scope) as (keyof Behind)[]): string[] =>
  names.map((name) => `set local ${SETTINGS[name]} = '${asText(scope[name])}'`)

async function say(trx: Trx, scope: Behind, before: Behind): Promise<void> {
  const names = Object.keys(SETTINGS) as (keyof Behind)[]
  const changed = names.filter((name) => asText(scope[name]) !== asText(before[name]))
  if (changed.length > 0) await trx.rawQuery(saying(scope, changed).join('; '))
}

/** Identifiers and digests alone reach the text of a query. */
function asText(value: string | string[] | undefined): string {
  const text = [value ?? []].flat().join(',')
  if (!/^[0-9a-f,-]*$/.test(text)) throw new Error('The wall hears identifiers and digests alone')
  return text
}
