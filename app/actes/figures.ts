import type { Count, Figure, FirstStep } from '#web/figures'
import { number, plural } from '#lib/french/french'
import { here } from '#web/here'
import { DAYS_TO_TRANSMIT, WATCHED, type Watched } from './models/watched_actes.js'

type Late = Extract<Count, { kind: 'late' }>
type Month = Extract<Count, { kind: 'month' }>

const asked = (name: Watched) => ({
  name: `actes.${name}`,
  permission: 'actes.read',
  sql: `select count(*)::int from (${WATCHED[name].sql}) as watched`,
})

type Tenant = { slug: string }
const list = (tenant: Tenant, query: string) => `${here('actes.actes.index', { tenant })}?${query}`

const late = (name: Watched, one: string, many: string, fact: string): Late => ({
  ...asked(name),
  kind: 'late',
  say: (count, { tenant }) =>
    count
      ? {
          title: plural(count, one, many),
          facts: [fact],
          state: { label: 'En retard', meaning: 'trouble' },
          href: list(tenant, `suivi=${name}`),
        }
      : null,
})

const month = (name: Watched, label: string, note?: string): Month => ({
  ...asked(name),
  kind: 'month',
  say: (count, { tenant }) => ({
    name: label,
    value: number(count ?? 0),
    note: count ? note : undefined,
    href: count ? list(tenant, `suivi=${name}`) : undefined,
  }),
})

/** A median is read over as many receipts as this: more would not change it. */
const MOST_RECEIPTS = 500

/** Half of the receipts of the month came sooner after the signature, in seconds. */
const DELAY = `
  select percentile_cont(0.5) within group (order by extract(epoch from receipt.at - signing.at))
  from (select acte_id, at from actes.acte_transitions
    where tenant_id = :tenant and event = 'acknowledge' and at >= :month
    order by at desc limit ${MOST_RECEIPTS}) as receipt
  cross join lateral (select max(at) as at from actes.acte_transitions
    where tenant_id = :tenant and acte_id = receipt.acte_id and event = 'sign'
      and at <= receipt.at) as signing`

/** What one decides by, among the actes. */
export const figures: Figure[] = [
  {
    kind: 'unfinished',
    name: 'actes.drafts',
    permission: 'actes.write',
    isOwn: true,
    label: 'Vos brouillons',
    untitled: 'Acte sans objet',
    sql: `
      select id, objet as title, coalesce(updated_at, created_at) as at from actes.actes
      where tenant_id = :tenant and state = 'draft' and created_by = :person order by 3 desc`,
    href: (id, { tenant }) => here('actes.actes.edit', { tenant, id }),
    all: ({ tenant }) => list(tenant, 'etat=draft'),
  },
  late(
    'a-transmettre',
    'acte signé n’est pas transmis',
    'actes signés ne sont pas transmis',
    `depuis plus de ${DAYS_TO_TRANSMIT} jours, le délai des décisions individuelles (CGCT, L2131-1)`
  ),
  late(
    'sans-reponse',
    'acte transmis reste sans réponse',
    'actes transmis restent sans réponse',
    'la préfecture répond d’ordinaire en quelques heures'
  ),
  month('envoyes', 'Actes envoyés'),
  month('recus', 'Reçus en préfecture'),
  month('refuses', 'Refusés', 'anomalies comprises'),
  {
    kind: 'month',
    name: 'actes.delay',
    permission: 'actes.read',
    sql: DELAY,
    say: (seconds) =>
      seconds === null
        ? null
        : {
            name: 'De la signature au reçu',
            ...lasting(seconds),
            note: 'médiane du mois',
          },
  },
]

/** « 40 min », « 5 h », « 3 jours ». */
function lasting(seconds: number): { value: string; unit: string } {
  if (seconds < 3600) return { value: number(Math.max(1, seconds / 60), 0), unit: 'min' }
  if (seconds < 48 * 3600) return { value: number(seconds / 3600, 0), unit: 'h' }
  return { value: number(seconds / 86_400, 0), unit: 'jours' }
}

export const firstStep: FirstStep = {
  permission: 'actes.write',
  label: 'Préparer un acte',
  href: ({ tenant }) => `${here('actes.actes.create', { tenant })}?etape=nature`,
}
