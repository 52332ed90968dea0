import type { Meaning } from '#lib/meaning'
import { isUuid } from '#lib/values'
import { askBehind, colleaguesBeside, type Colleague } from '#rooms/outsiders'
import { DateTime } from 'luxon'
import { toTheSecond } from '#web/dates'
import { listPublished, type PublishedRow } from '../open_api/list_published.js'
import { CONSULTATION_STATES } from '../rules/consultation_lifecycle.js'
import { PLI_STATES, type PliState } from '../rules/pli_lifecycle.js'

const PAGE = 30

/** Hers, and what a colleague does for the company that both act for. */
const ALL = `
  with colleagues as (
    select * from unnest(
      string_to_array(:places, ',')::uuid[], string_to_array(:people, ',')::uuid[]) as one (place, who)
  ), answers as (
    select consultation_id, tenant_id as buyer, person_id, establishment_id, id, state as pli
    from procurement.plis
    union all
    select consultation_id, buyer_id, person_id, establishment_id, id, null
    from procurement.candidature_members where person_id is not null
  ), seen as (
    select * from answers where person_id = :person
      or exists (select from colleagues where place = establishment_id and who = person_id)
  )`
const COUNTED = `${ALL} select count(distinct consultation_id)::integer as count from seen`
const LISTED = `${ALL}
  select consultation_id, buyer, max(id::text) as last,
    array_agg(distinct person_id) as people,
    (array_agg(pli order by id desc) filter (where pli is not null))[1] as pli
  from seen group by 1, 2`
const IN_ORDER = `order by 3 desc limit ${PAGE + 1}`

/** What names the colleagues of somebody to the base, and what their rows are read by. */
function asking(person: string, colleagues: Colleague[]) {
  const places = colleagues.map(({ establishmentId }) => establishmentId)
  const people = colleagues.map(({ personId }) => personId)
  return {
    scope: { person, establishments: [...new Set(places)] },
    named: { person, places: places.join(','), people: people.join(',') },
  }
}

/** To how many consultations somebody, or a colleague of hers, answers or has answered. */
export async function countAnswers(personId: string): Promise<number> {
  const { scope, named } = asking(personId, await colleaguesBeside(personId))
  const [{ count }] = await askBehind(scope, COUNTED, named)
  return count
}

/** An answer as its list says it. */
export interface OwnAnswer {
  id: string
  title: string
  buyer: string
  hour: string
  url: string
  /** Where the consultation is. */
  consultation: { label: string; meaning: Meaning }
  /** Where the last pli is; a candidature alone is being prepared. */
  pli: { label: string; meaning: Meaning }
  /** The colleagues who answer. */
  by: string[]
}

/** One page of them, the last begun first; `before`, where the page before ended. */
export async function ownAnswers(
  personId: string,
  before: string | null
): Promise<{ answers: OwnAnswer[]; next: string | null }> {
  const colleagues = await colleaguesBeside(personId)
  const { scope, named } = asking(personId, colleagues)
  const after = isUuid(before) ? `having max(id::text) < :before` : ''
  const found = await askBehind(scope, `${LISTED} ${after} ${IN_ORDER}`, {
    ...named,
    before: before ?? '',
  })
  const shown = found.slice(0, PAGE)
  const { rows } = await listPublished({ ids: shown.map((one) => one.consultation_id) })
  const published = new Map(rows.map((row) => [row.id, row]))
  const names = new Map(colleagues.map((one) => [one.personId, one.name]))
  const answers = shown.flatMap((one) => {
    const row = published.get(one.consultation_id)
    return row ? [told(row, one, names)] : []
  })
  return { answers, next: found.length > PAGE ? shown.at(-1)!.last : null }
}

const PREPARED = { label: 'En préparation', meaning: 'waiting' } as const

function told(
  { id, title, tenant, deadline, zone, state }: PublishedRow,
  { people, pli }: { people: string[]; pli: PliState | null },
  names: Map<string, string>
): OwnAnswer {
  return {
    ...{ id, title, buyer: tenant.name },
    hour: toTheSecond(DateTime.fromJSDate(deadline), zone),
    url: `/moi/marches/${tenant.slug}/${id}`,
    consultation: CONSULTATION_STATES[state],
    pli: pli ? PLI_STATES[pli] : PREPARED,
    by: people.flatMap((one) => names.get(one) ?? []),
  }
}
