import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'

/** CGCT, L2131-1, III: individual decisions are transmitted within fifteen days of their signature. */
export const DAYS_TO_TRANSMIT = 15

const happened = (...events: string[]) => `
  select distinct acte_id as id from actes.acte_transitions
  where tenant_id = :tenant and event in (${events.map((event) => `'${event}'`).join(', ')})
    and at >= :month`

/**
 * What somebody watches among the actes, each a question that selects their identifiers: the home
 * counts them, the list shows them. The names are those of the address.
 */
export const WATCHED = {
  'a-transmettre': {
    label: `Signés depuis plus de ${DAYS_TO_TRANSMIT} jours, non transmis`,
    sql: `
      select id from actes.actes where tenant_id = :tenant and state in ('signed', 'anomaly')
        and (select max(at) from actes.acte_transitions as signing
          where signing.tenant_id = actes.tenant_id and signing.acte_id = actes.id
            and signing.event = 'sign')
          < :now::timestamptz - interval '${DAYS_TO_TRANSMIT} days'`,
  },
  // What the watch of each sending found (jobs/watch_answer)
  'sans-reponse': {
    label: 'Transmis, sans réponse de la préfecture',
    sql: `
      select id from actes.actes
      where tenant_id = :tenant and state in ('transmitting', 'transmitted', 'cancelling')
        and exists (select 1 from kernel.tasks where tasks.tenant_id = actes.tenant_id
          and tasks.key = 'actes.late:' || actes.id)`,
  },
  'envoyes': { label: 'Envoyés ce mois-ci', sql: happened('transmit') },
  'recus': { label: 'Reçus en préfecture ce mois-ci', sql: happened('acknowledge') },
  'refuses': { label: 'Refusés ce mois-ci', sql: happened('report_anomaly', 'reject') },
} as const

export type Watched = keyof typeof WATCHED

export const watchedNames = Object.keys(WATCHED) as Watched[]

/** The identifiers of what is watched, in the tenant in context, for a list to look among them. */
export function watchedActes(name: Watched) {
  const now = clock.now()
  const known: Record<string, string> = {
    tenant: tenancy.tenantId(),
    now: now.toISO()!,
    month: now.setZone('Europe/Paris').startOf('month').toISO()!,
  }
  const { sql } = WATCHED[name]
  const named = Object.keys(known).filter((one) => sql.includes(`:${one}`))
  return tenancy.trx().raw(sql, Object.fromEntries(named.map((one) => [one, known[one]])))
}
