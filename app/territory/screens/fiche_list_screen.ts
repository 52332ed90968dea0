import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import type { Choice, Filter, ListDeclaration } from '#web/list/index'
import { statutState } from '../formats/sheet_page.js'
import { fichesIndexed } from '../indexed.js'
import { FICHE_GESTURES } from '../models/fiche_gestures.js'
import type Project from '../models/project.js'
import type { Etape } from '../rules/etape.js'
import { FICHE_STATUTS, type FicheStatut } from '../rules/fiche_statut.js'
import { SAID_DATES } from './said_dates_screen.js'

interface FicheRow {
  id: string
  /** « 1.2 ». */
  number: string
  title: string
  statut: FicheStatut
  axe: string
  public: boolean
  /** As it was given: « T4 2026 ». */
  due: Etape['due']
  changed_at: Date
  pilots?: string
}

const SHEETS = 'fiche_actions'
const PLACE = `axes.number * 1000 + ${SHEETS}.number`
const DUE = `coalesce((${SHEETS}.echeance->>'due')::date, 'infinity'::date)`
const CHANGED = `coalesce(${SHEETS}.updated_at, ${SHEETS}.created_at)`
const FIRST_PILOT = `coalesce((
  select min(kernel.folded(users.full_name)) from territory.fiche_pilots
  join kernel.users on users.id = fiche_pilots.user_id
  where fiche_pilots.tenant_id = ${SHEETS}.tenant_id and fiche_pilots.fiche_id = ${SHEETS}.id), '')`

/** The sheets of a project that this person may see, at the address `base` of the project. */
export const ficheList = (
  project: Project,
  person: HttpContext,
  sheets: string
): ListDeclaration<FicheRow> => ({
  name: 'territory.fiches',
  caption: 'Fiches actions du projet',
  words: ['fiche', 'fiches'],
  id: `${SHEETS}.id`,
  from: () => seenFiches(project, person),
  complete: withPilots,
  order: 'action',
  gestures: FICHE_GESTURES,
  keepsViews: true,
  columns: [
    { name: 'statut', label: 'Statut', cell: ({ statut }) => ({ state: told(statut) }) },
    {
      name: 'action',
      label: 'Action',
      isTitle: true,
      sort: { sql: PLACE, kind: 'int', ways: ['numéro croissant', 'numéro décroissant'] },
      cell: ({ id, number, title, axe }) => ({
        text: `${number} ${title}`,
        href: `${sheets}/${id}`,
        more: axe,
      }),
    },
    { name: 'axe', label: 'Axe', inFileOnly: true, cell: ({ axe: text }) => ({ text }) },
    {
      name: 'pilote',
      label: 'Pilote',
      sort: { sql: FIRST_PILOT, kind: 'text' },
      cell: ({ pilots }) => ({ text: pilots || 'À désigner' }),
      exported: ({ pilots }) => pilots ?? '',
    },
    {
      name: 'echeance',
      label: 'Échéance',
      sort: { sql: DUE, kind: 'date' },
      cell: ({ due }) => ({ text: due ? SAID_DATES.echeance(due) : '–' }),
      exported: ({ due }) => due?.label ?? '',
    },
    {
      name: 'montree',
      label: 'Habitants',
      cell: ({ public: shown }) => ({ text: shown ? 'montrée' : 'non montrée' }),
    },
    {
      name: 'change',
      label: 'Modifiée',
      sort: { sql: CHANGED, kind: 'timestamptz', first: 'desc' },
      cell: ({ changed_at: at }) => ({ at }),
    },
  ],
  filters: filters(
    project.axes.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))
  ),
})

const filters = (axes: Choice[]): Filter[] => [
  { kind: 'words', name: 'q', label: 'Mots de la fiche', indexed: fichesIndexed },
  {
    kind: 'choice',
    name: 'statut',
    label: 'Statut',
    empty: 'Tous',
    options: Object.entries(FICHE_STATUTS).map(([value, { label }]) => ({ value, label })),
    narrow: (query, statut) => void query.where(`${SHEETS}.statut`, statut),
  },
  {
    kind: 'choice',
    name: 'axe',
    label: 'Axe',
    empty: 'Tous',
    options: axes,
    narrow: (query, axe) => void query.where(`${SHEETS}.axe_id`, axe),
  },
  {
    kind: 'choice',
    name: 'montree',
    label: 'Habitants',
    empty: 'Montrées ou non',
    options: [
      { value: 'oui', label: 'Montrées' },
      { value: 'non', label: 'Non montrées' },
    ],
    narrow: (query, value) => void query.where(`${SHEETS}.public`, value === 'oui'),
  },
  { kind: 'dates', name: 'echeance', label: 'Échéance', sql: DUE, of: 'day' },
  { kind: 'dates', name: 'change', label: 'Modifiée', sql: CHANGED, of: 'moment' },
]

const told = (statut: FicheStatut) => statutState(statut) as { label: string; meaning: 'done' }

/** A contributor sees the shown sheets and her own, as `maySee` says of one. */
function seenFiches(project: Project, { allows, actor }: HttpContext) {
  const { trx, tenantId } = tenancy.current()!
  const query = trx
    .from('territory.fiche_actions')
    .joinRaw('join territory.axes on axes.tenant_id = fiche_actions.tenant_id and axes.id = axe_id')
    .where({ 'fiche_actions.tenant_id': tenantId, 'fiche_actions.project_id': project.id })
    .select('fiche_actions.id', 'fiche_actions.title', 'statut', 'public')
    .select(trx.raw(`axes.number || '.' || ${SHEETS}.number as number`))
    .select(trx.raw(`axes.number || '. ' || axes.title as axe`))
    .select(trx.raw(`echeance as due, ${CHANGED} as changed_at`))
  if (allows('territory.read_all')) return query
  const own = trx
    .from('territory.fiche_pilots')
    .where({ tenant_id: tenantId, user_id: actor.id! })
    .select('fiche_id')
  return query.where((seen) => seen.where('public', true).orWhereIn('fiche_actions.id', own))
}

async function withPilots(rows: FicheRow[]): Promise<FicheRow[]> {
  const { trx, tenantId } = tenancy.current()!
  const pilots = await trx
    .from('territory.fiche_pilots')
    .where('tenant_id', tenantId)
    .whereIn(
      'fiche_id',
      rows.map(({ id }) => id)
    )
  const names = await people.names(pilots.map(({ user_id: id }) => id))
  const byFiche = Map.groupBy(pilots, ({ fiche_id: id }) => id as string)
  return rows.map((row) => ({
    ...row,
    pilots: (byFiche.get(row.id) ?? [])
      .flatMap(({ user_id: id }) => names.get(id) ?? [])
      .join(', '),
  }))
}
