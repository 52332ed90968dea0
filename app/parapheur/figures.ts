import { clock } from '#kernel/clock'
import { number } from '#lib/french/french'
import { day } from '#web/dates'
import type { Count, Figure } from '#web/figures'
import { here } from '#web/here'

/** A certificate is told of when it can still be renewed in time: authorities take some weeks. */
const DAYS_BEFORE_THE_END = 60

type Late = Extract<Count, { kind: 'late' }>
type Month = Extract<Count, { kind: 'month' }>

const done = (kind: 'visa' | 'signature', name: string, label: string): Month => ({
  kind: 'month',
  name: `parapheur.${name}`,
  permission: 'parapheur.act',
  isOwn: true,
  sql: `
    select count(*)::int from parapheur.folder_steps where tenant_id = :tenant
      and acted_by = :person and acted_at >= :month and kind = '${kind}' and state = 'done'`,
  say: (count, { tenant }) =>
    count
      ? {
          name: label,
          value: number(count),
          href: `${here('parapheur.desk.index', { tenant })}?vue=done`,
        }
      : null,
})

const SECONDS = 'extract(epoch from'

/** Says that a certificate ends, when it ends soon or did; `end` in seconds since 1970. */
function ending(end: number | null, whose: string, href: string) {
  if (end === null) return null
  const left = (end * 1000 - clock.now().toMillis()) / 86_400_000
  if (left > DAYS_BEFORE_THE_END) return null
  const when = day(new Date(end * 1000))
  return {
    title: left > 0 ? `${whose} finit le ${when}` : `${whose} a fini le ${when}`,
    facts: [
      left > 0
        ? 'demandez-en un autre à l’autorité qui l’a délivré'
        : 'rien ne peut plus être signé avec lui',
    ],
    state:
      left > 0
        ? ({ label: 'Bientôt', meaning: 'waiting' } as const)
        : ({ label: 'Fini', meaning: 'trouble' } as const),
    href,
  }
}

const ownCertificate: Late = {
  kind: 'late',
  name: 'parapheur.certificate',
  permission: 'parapheur.act',
  isOwn: true,
  sql: `
    select ${SECONDS} certificate_ends_at)::float8 from parapheur.folder_steps
    where tenant_id = :tenant and acted_by = :person and certificate_ends_at is not null
    order by acted_at desc limit 1`,
  say: (end, { tenant }) =>
    ending(end, 'Votre certificat de signature', here('parapheur.desk.index', { tenant })),
}

const seal: Late = {
  kind: 'late',
  name: 'parapheur.seal',
  permission: 'parapheur.manage',
  sql: `
    select ${SECONDS} max(expires_at))::float8 from parapheur.seals where tenant_id = :tenant`,
  say: (end, { tenant }) =>
    ending(end, 'Le cachet de la collectivité', here('parapheur.seals.show', { tenant })),
}

/** What one decides by, for those who visa and sign. */
export const figures: Figure[] = [
  ownCertificate,
  seal,
  done('signature', 'signed', 'Signés par vous'),
  done('visa', 'visas', 'Visés par vous'),
]
