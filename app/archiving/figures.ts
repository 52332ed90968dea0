import { clock } from '#kernel/clock'
import { number } from '#lib/french/french'
import type { Figure, FirstStep } from '#web/figures'
import { here } from '#web/here'
import { DEPOSIT_GROUPS } from './screens/deposit_words.js'

type Tenant = { slug: string }
const list = (tenant: Tenant, query: string) =>
  `${here('archiving.deposits.index', { tenant })}?${query}`

const among = (states: readonly string[]) => `
  select count(*)::int from archiving.deposits
  where tenant_id = :tenant and state in (${states.map((state) => `'${state}'`).join(', ')})`

/** Of the days of Paris, as the filter of the list takes it. */
const firstOfMonth = () => clock.now().setZone('Europe/Paris').startOf('month').toISODate()

/** What one decides by, for those who keep the archives. */
export const figures: Figure[] = [
  {
    kind: 'month',
    name: 'archiving.under_way',
    permission: 'archiving.audit',
    sql: among(DEPOSIT_GROUPS['en-cours'].states),
    say: (count, { tenant }) => ({
      name: 'Versements en cours',
      value: number(count ?? 0),
      href: count ? list(tenant, 'etat=en-cours') : undefined,
    }),
  },
  {
    kind: 'month',
    name: 'archiving.trouble',
    permission: 'archiving.audit',
    sql: among(DEPOSIT_GROUPS['a-reprendre'].states),
    say: (count, { tenant }) => ({
      name: DEPOSIT_GROUPS['a-reprendre'].label,
      value: number(count ?? 0),
      note: count ? 'à reprendre' : undefined,
      href: count ? list(tenant, 'etat=a-reprendre') : undefined,
    }),
  },
  {
    kind: 'month',
    name: 'archiving.accepted',
    permission: 'archiving.audit',
    sql: `
      select count(*)::int from archiving.deposits
      where tenant_id = :tenant and created_at >= :month and state = 'accepted'`,
    say: (count, { tenant }) => ({
      name: 'Versements archivés',
      value: number(count ?? 0),
      note: count ? 'parmi ceux du mois' : undefined,
      href: count ? list(tenant, `etat=accepted&demande_du=${firstOfMonth()}`) : undefined,
    }),
  },
]

export const firstStep: FirstStep = {
  permission: 'archiving.audit',
  label: 'Voir le registre des fonds',
  href: ({ tenant }) => here('archiving.holdings.show', { tenant }),
}
