import { clock } from '#kernel/clock'
import type { Workplace } from '#kernel/people/memberships'
import { tenancy } from '#kernel/tenancy'
import type { Meaning } from '#lib/meaning'
import { readHolder } from '#lib/signature'
import { said } from '#web/dates'
import { inEachParapheur } from './everywhere.js'

/** Of the last certificates that somebody signed with in one place: the others are long expired. */
const MOST = 20
/** A certificate takes weeks to come (identity is checked face to face): one is told in time. */
export const WARNED_DAYS = 60
const DAY_MS = 86_400_000

/** A certificate with which a person has signed, as her account shows it. */
export interface OwnCertificate {
  fingerprint: string
  holder: string
  organization: string | null
  issuer: string
  notAfter: Date
  lastUsedAt: Date
  places: string[]
  state: { label: string; meaning: Meaning }
}

/** The certificates seen in a person's signatures, wherever she works, the last used first. */
export async function certificatesOf(userId: string): Promise<OwnCertificate[]> {
  const seen = await inEachParapheur(userId, (place) => usedIn(place, userId))
  const known = Map.groupBy(seen, ({ fingerprint }) => fingerprint)
  return [...known.values()]
    .map((same) => ({
      ...same.toSorted((one, two) => +two.lastUsedAt - +one.lastUsedAt)[0],
      places: same.flatMap(({ places }) => places),
    }))
    .toSorted((one, two) => +two.lastUsedAt - +one.lastUsedAt)
}

async function usedIn({ name: place }: Workplace, userId: string): Promise<OwnCertificate[]> {
  const rows: { certificate: Buffer; last: Date }[] = await tenancy
    .trx()
    .from('parapheur.ceremonies')
    .where({ tenant_id: tenancy.tenantId(), user_id: userId })
    .whereIn('state', ['signed', 'done'])
    .groupBy('certificate')
    .select('certificate')
    .max('created_at as last')
    .orderBy('last', 'desc')
    .limit(MOST)
  return rows.map(({ certificate, last }) => {
    const { fingerprint, name, organization, issuerName, notAfter } = readHolder(certificate)
    return {
      ...{ fingerprint, holder: name, organization, issuer: issuerName, notAfter },
      lastUsedAt: last,
      places: [place],
      state: endState(notAfter, clock.now().toJSDate()),
    }
  })
}

/** Whether a certificate still signs, and for how long. */
export function endState(notAfter: Date, now: Date): OwnCertificate['state'] {
  const left = Math.floor((+notAfter - +now) / DAY_MS)
  if (+notAfter <= +now) return { label: 'Expiré', meaning: 'trouble' }
  if (left >= WARNED_DAYS) return { label: 'Valable', meaning: 'done' }
  const when = left === 0 ? 'aujourd’hui' : left === 1 ? 'demain' : `dans ${left} jours`
  const told = said(when, (words) => words.inDays(left))
  return { label: `Expire ${told}`, meaning: 'waiting' }
}
