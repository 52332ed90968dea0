import { randomUUID } from 'node:crypto'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { isUuid } from '#lib/values'
import { askBehind, behind, provenEmailOf, wallTrx } from '#rooms/outsiders'
import {
  AlertMissing,
  EmailNotProven,
  NobodyTold,
  NothingToSearch,
  TooManyAlerts,
} from '../dialogue_errors.js'
import { publicBuyers } from '../open_api/find_published.js'
import { nextLook, type Criteria, type Pace } from '../rules/alert.js'
import { alertOf, type Alert } from './alert.js'
import { mustBeReachable, setReceiver } from './receiver.js'

/** One page, and one answer, shows them all. */
const MOST = 50

/** What somebody looks for from her space, and how she is told. */
export interface NewSearch {
  criteria: Criteria
  pace: Pace
  isMailed: boolean
  /** The address of her program. */
  webhook?: string
}

/**
 * Saves a search of a person: it tells at once, at the address that she showed to be hers and to the
 * program that she names. The same asked again is given back. `secret` is shown this once.
 * @throws E_NOBODY_TOLD, E_EMAIL_NOT_PROVEN, E_RECEIVER_REFUSED, E_TOO_MANY_ALERTS, E_NOTHING_TO_SEARCH
 */
export async function saveOwnSearch(
  personId: string,
  { criteria, pace, isMailed, webhook }: NewSearch
): Promise<{ alert: Alert; secret: string | null; isNew: boolean }> {
  if (!isMailed && !webhook) throw new NobodyTold().at('isMailed')
  if (webhook) mustBeReachable(webhook)
  const email = isMailed ? await provenEmailOf(personId) : null
  if (isMailed && !email) throw new EmailNotProven().at('isMailed')
  const tenantId = await memberFor(criteria)
  return tenancy.run(tenantId, () =>
    behind({ person: personId }, async (trx) => {
      // Of two that are asked together, the second sees the first
      await takeTurn(trx, `searches of ${personId}`)
      const known = await ownedBy(personId)
      const same = known.find((one) => isSame(one, { criteria, pace }))
      if (same) return { alert: same, secret: null, isNew: false }
      if (known.length >= MOST) throw new TooManyAlerts()
      const alert = await write({ personId, email, criteria, pace, isMailed, tenantId })
      const secret = webhook ? await setReceiver(personId, alert.id, webhook) : null
      return { alert, secret, isNew: true }
    })
  )
}

/** Its jobs are written under a member, as those that a page asks for: the one that is looked at, or any. */
async function memberFor({ buyer }: Criteria): Promise<string> {
  const buyers = await publicBuyers()
  const found = buyers.find(({ slug }) => slug === buyer) ?? buyers[0]
  if (!found) throw new NothingToSearch()
  return found.id
}

const isSame = (one: Alert, asked: { criteria: Criteria; pace: Pace }) =>
  one.pace === asked.pace &&
  one.state === 'living' &&
  JSON.stringify(ordered(one.criteria)) === JSON.stringify(ordered(asked.criteria))

const ordered = ({ cpv, q, departement, buyer, nature }: Criteria) => ({
  ...{ cpv, q, departement, buyer, nature },
})

async function write(asked: {
  personId: string
  email: string | null
  criteria: Criteria
  pace: Pace
  isMailed: boolean
  tenantId: string
}): Promise<Alert> {
  const now = clock.now()
  const row = {
    id: randomUUID(),
    ...{ email: asked.email?.toLowerCase() ?? null, pace: asked.pace, state: 'living' },
    ...{ person_id: asked.personId, is_mailed: asked.isMailed, asked_from: asked.tenantId },
    ...{ confirmed_at: now.toJSDate(), told_until: now.toJSDate(), created_at: now.toJSDate() },
    next_at: nextLook(asked.pace, now).toJSDate(),
  }
  const { criteria } = asked
  await wallTrx()
    .knexQuery()
    .table('procurement.alerts')
    .insert({ ...row, criteria: JSON.stringify(criteria) })
  return alertOf({ ...row, criteria })
}

/** Those of a person, the newest first: fifty at most. */
async function ownedBy(personId: string): Promise<Alert[]> {
  const rows = await wallTrx()
    .from('procurement.alerts')
    .where('person_id', personId)
    .orderBy('created_at', 'desc')
  return rows.map(alertOf)
}

const HOW_MANY = `select count(*)::integer as count from procurement.alerts where person_id = :person`

/** How many searches somebody saved. */
export async function countOwnSearches(person: string): Promise<number> {
  const [{ count }] = await askBehind({ person }, HOW_MANY, { person })
  return count
}

/** Those of a person, and one of hers. */
export const ownSearches = (person: string): Promise<Alert[]> =>
  behind({ person }, () => ownedBy(person))

/** One of the person in context. @throws E_ALERT_MISSING */
export async function ownSearch(personId: string, id: string): Promise<Alert> {
  const query = wallTrx().from('procurement.alerts').where({ id, person_id: personId })
  const row = isUuid(id) ? await query.first() : null
  if (!row) throw new AlertMissing()
  return alertOf(row)
}

/** Forgets one, with the program that was told. @throws E_ALERT_MISSING */
export async function forgetOwnSearch(person: string, id: string): Promise<Alert> {
  return behind({ person }, async (trx) => {
    const found = await ownSearch(person, id)
    await trx.from('procurement.alerts').where({ id, person_id: person }).delete()
    return found
  })
}
