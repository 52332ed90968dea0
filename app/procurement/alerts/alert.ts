import { randomUUID } from 'node:crypto'
import { clock } from '#kernel/clock'
import { defineLifecycle } from '#kernel/lifecycle'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { AlertMissing, TooManyAlerts } from '../dialogue_errors.js'
import {
  ALERT_LIFECYCLE,
  nextLook,
  type AlertState,
  type Criteria,
  type Pace,
} from '../rules/alert.js'

export const alertLifecycle = defineLifecycle(ALERT_LIFECYCLE, { of: 'procurement.alerts' })

/** A saved search: it belongs to an address, and to no member. Whoever holds its number holds it. */
export interface Alert {
  id: string
  /** Null where a program alone is told. */
  email: string | null
  /** Who saved it in her space; null of one that was asked by an address. */
  personId: string | null
  isMailed: boolean
  criteria: Criteria
  pace: Pace
  state: AlertState
  confirmedAt: Date | null
  toldUntil: Date | null
  nextAt: Date | null
}

/** An address that is asked to confirm more than that is somebody else's. */
const MOST_WAITING = 5
const MOST_LIVING = 50

const rows = () => tenancy.trx().from('procurement.alerts')

type Asked = Pick<Alert, 'criteria' | 'pace'> & { email: string }

/** Saves a search, which waits for its address to answer. @throws E_TOO_MANY_ALERTS */
export async function saveSearch(asked: Asked): Promise<Alert> {
  const email = asked.email.toLowerCase()
  const former = await rows().where({ email })
  const waiting = former.filter(({ state }) => state === 'waiting')
  if (waiting.length >= MOST_WAITING || former.length >= MOST_LIVING) throw new TooManyAlerts()
  const row = {
    // Not one that says when it was made: it is a key
    id: randomUUID(),
    ...{ email, criteria: JSON.stringify(asked.criteria), pace: asked.pace, state: 'waiting' },
    asked_from: tenancy.tenantId(),
    created_at: clock.now().toJSDate(),
  }
  await tenancy.trx().knexQuery().table('procurement.alerts').insert(row)
  const still = { confirmed_at: null, told_until: null, next_at: null }
  return alertOf({ ...row, ...still, criteria: asked.criteria, person_id: null, is_mailed: true })
}

/** One that an address asked for on the pages of the member in context. @throws E_ALERT_MISSING */
export async function getAlert(id: string): Promise<Alert> {
  const found = await findAlert(id)
  // That of a person is found in her space
  if (!found || found.personId) throw new AlertMissing()
  return found
}

/** The same, or null; held until the end of the transaction where that is asked. */
export async function findAlert(id: string, hold = false): Promise<Alert | null> {
  if (!isUuid(id)) return null
  const query = rows().where({ id, asked_from: tenancy.tenantId() })
  const row = await (hold ? query.forUpdate() : query).first()
  return row ? alertOf(row) : null
}

/** Its address has answered: from now on it tells. A second time changes nothing. */
export async function confirmAlert(id: string): Promise<void> {
  const alert = await findAlert(id, true)
  if (!alert) throw new AlertMissing()
  if (alert.state !== 'waiting') return
  const now = clock.now()
  await rows()
    .where({ id })
    .update({
      state: alertLifecycle.after(alert.state, 'confirm'),
      confirmed_at: now.toJSDate(),
      told_until: now.toJSDate(),
      next_at: nextLook(alert.pace, now).toJSDate(),
    })
}

/** Forgets it, and its address. */
export async function forgetAlert(id: string): Promise<void> {
  await rows().where({ id, asked_from: tenancy.tenantId() }).delete()
}

export const alertOf = (row: any): Alert => ({
  ...{ personId: row.person_id, isMailed: row.is_mailed },
  ...{ id: row.id, email: row.email, criteria: row.criteria, pace: row.pace, state: row.state },
  confirmedAt: row.confirmed_at,
  toldUntil: row.told_until,
  nextAt: row.next_at,
})
