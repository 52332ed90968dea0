import type { HttpContext } from '@adonisjs/core/http'
import { hasService, isPermitted } from '#kernel/room'
import { runAsMember, workplacesOf, type Workplace } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { doorkeeper } from '#web/doorkeeper'
import type { Column, Filter, ListDeclaration } from '#web/list/index'
import { gathered } from '#web/list/gathered'
import { archivingSettings } from '../settings.js'
import { allDeposits, depositList, type DepositRow } from './deposit_list_screen.js'

export const TOGETHER = '/mes-archives'

/** Of each collectivite, its latest; further back, its own list tells them all, and this one says so. */
const MOST_EACH = 2_000

type Row = DepositRow & { place: string; slug: string }

/**
 * The deposits of all the collectivites whose archives a person reads and which let them be read
 * together: each asked in its own transaction, behind its own wall, by her own rights there, and
 * nothing of a door that asks for more than she gave. `shut` names those that are not in the list, and
 * `cut` those that hold more than it shows.
 */
export async function depositsTogether(ctx: HttpContext) {
  const rows: Row[] = []
  const shut: Workplace[] = []
  const cut: Workplace[] = []
  const places = await workplacesOf(ctx.auth.getUserOrFail().id)
  for (const place of places) {
    const found = await depositsIn(ctx, place)
    if (found && found.length > MOST_EACH) cut.push(place)
    if (found) rows.push(...found.slice(0, MOST_EACH))
    else shut.push(place)
  }
  const open = places.filter((place) => !shut.includes(place))
  return { list: listOf(rows, open), open, shut, cut, most: MOST_EACH }
}

/** Null where they may not be read together, or not by her. */
async function depositsIn(ctx: HttpContext, { tenantId, name: place, slug }: Workplace) {
  const tenant = await tenants.byId(tenantId)
  if (!tenant || !hasService(tenant, 'archiving')) return null
  if (!archivingSettings(tenant).shownTogether) return null
  return runAsMember(tenantId, ctx.auth.getUserOrFail().id, async (membership) => {
    if (!membership || !isPermitted(membership.roles, 'archiving.read')) return null
    if (!doorkeeper().wouldLetIn({ tenant, membership, session: ctx.session })) return null
    const deposits: DepositRow[] = await allDeposits()
      .orderBy('id', 'desc')
      .limit(MOST_EACH + 1)
    return deposits.map((row): Row => ({ ...row, place, slug }))
  })
}

function listOf(rows: Row[], places: Workplace[]): ListDeclaration<Row> {
  const own = depositList(TOGETHER) as unknown as ListDeclaration<Row>
  return {
    ...own,
    name: 'archiving.deposits_together',
    scope: 'platform',
    from: () => gathered('deposits', SHAPE, rows),
    order: '-demande',
    keepsViews: 'mine',
    // A gesture is done in the archives of one member, by the rights that one has there
    gestures: [],
    archive: undefined,
    columns: [
      own.columns[0],
      TITLE,
      PLACE,
      ...own.columns.filter(({ name }) => !['etat', 'dossier'].includes(name)),
    ],
    filters: [
      { kind: 'words', name: 'q', label: 'Mots du titre, référence', columns: SEARCHED },
      placeFilter(places),
      ...own.filters.filter(({ kind }) => kind !== 'words'),
    ],
  }
}

const SEARCHED = ['deposits.title', 'deposits.reference', 'deposits.archive_identifier']

const TITLE: Column<Row> = {
  name: 'dossier',
  label: 'Dossier',
  isTitle: true,
  sort: { sql: 'kernel.folded(deposits.title)', kind: 'text' },
  cell: ({ id, slug, title, reference: more }) => ({
    text: title,
    href: `/c/${slug}/archives/versements/${id}`,
    more,
  }),
}

const PLACE: Column<Row> = {
  name: 'lieu',
  label: 'Collectivité',
  sort: { sql: 'kernel.folded(deposits.place)', kind: 'text' },
  cell: ({ place: text }) => ({ text }),
}

const placeFilter = (places: Workplace[]): Filter => ({
  kind: 'choice',
  name: 'lieu',
  label: 'Collectivité',
  empty: 'Toutes',
  options: places.map(({ slug: value, name: label }) => ({ value, label })),
  narrow: (query, slug) => void query.where('deposits.slug', slug),
})

const SHAPE = {
  id: 'uuid',
  state: 'text',
  title: 'text',
  reference: 'text',
  created_at: 'timestamptz',
  archive_identifier: 'text',
  place: 'text',
  slug: 'text',
} as const
