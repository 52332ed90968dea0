import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { defineError } from '#lib/errors'
import { tenancy } from '#kernel/tenancy'
import { isUuid, uuidv7 } from '#lib/values'
import { queryOf } from './address.js'
import type { ListDeclaration } from './declaration.js'
import { clientOf, isAbove } from './scope.js'
import { readQuery } from './state.js'

/** A list as somebody wants to find it again. */
export interface SavedView {
  id: string
  name: string
  href: string
  isCurrent: boolean
  isMine: boolean
  shared: boolean
}

const MOST_VIEWS = 30
const LONGEST = 60

/** The views of this list, whoever keeps them: in the member in context, or above the members. */
function kept(list: ListDeclaration) {
  if (isAbove(list)) return clientOf(list).from('kernel.views_above').where('list', list.name)
  const own = { tenant_id: tenancy.tenantId(), list: list.name }
  return clientOf(list).from('kernel.saved_views').where(own)
}

/** Whether a view may be shown to others: not of what each person finds differently. */
export const sharesViews = ({ keepsViews }: ListDeclaration): boolean => keepsViews === true

/** Asks for the views of a list: her own, then those that others share with the collectivite. */
export const viewsQuery = ({ actor }: HttpContext, list: ListDeclaration) =>
  kept(list)
    .where((one) => {
      one.where('person_id', actor.id!)
      if (sharesViews(list)) one.orWhere('shared', true)
    })
    .orderByRaw('(person_id = ?) desc, name', [actor.id!])
    .limit(MOST_VIEWS)

/** The rows of `viewsQuery`, as the list at `base` offers them while it shows `current`. */
export function viewsFrom(
  rows: any[],
  { actor }: HttpContext,
  base: string,
  current: string
): SavedView[] {
  return rows.map(({ id, name, query, person_id: owner, shared }) => ({
    id,
    name,
    href: `${base}?${query}`,
    isCurrent: query === current,
    isMine: owner === actor.id,
    shared,
  }))
}

/** Keeps the list as its form shows it, under a name; the same name of hers is replaced. */
export async function saveView(ctx: HttpContext, list: ListDeclaration, base: string) {
  const { request, response, session, actor } = ctx
  const name = String(request.input('nom') ?? '')
    .trim()
    .slice(0, LONGEST)
  // Read by the list itself: nothing is kept that it would not say of itself
  const query = queryOf(list, readQuery(list, String(request.input('filtre') ?? '')))
  const others = kept(list).where('person_id', actor.id!).whereNot('name', name)
  const isFull = (await others.limit(MOST_VIEWS)).length === MOST_VIEWS
  if (!name) session.flash('notice', 'Donnez un nom à la vue : rien n’a été gardé.')
  else if (isFull)
    session.flash('notice', `Vous gardez déjà ${MOST_VIEWS} vues de cette liste : oubliez-en une.`)
  else {
    const row = {
      id: uuidv7(),
      list: list.name,
      name,
      query,
      person_id: actor.id!,
      shared: sharesViews(list) && Boolean(request.input('partagee')),
      created_at: clock.now().toJSDate(),
    }
    await put(list, row)
    session.flash('success', `La vue « ${name} » est gardée.`)
  }
  return response.redirect(query ? `${base}?${query}` : base)
}

function put(list: ListDeclaration, row: Record<string, unknown>) {
  const [table, owner] = isAbove(list)
    ? ['kernel.views_above', {}]
    : ['kernel.saved_views', { tenant_id: tenancy.tenantId() }]
  return clientOf(list)
    .knexQuery()
    .table(table)
    .insert({ ...owner, ...row })
    .onConflict([...Object.keys(owner), 'list', 'person_id', 'name'])
    .merge(['query', 'shared'])
}

const ViewMissing = defineError(
  'E_VIEW_MISSING',
  'Cette vue n’existe pas, ou plus, parmi les vôtres.',
  404
)

/** Forgets a view of hers; that of somebody else stays, and is as if it were not. @throws E_VIEW_MISSING */
export async function forgetView(ctx: HttpContext, list: ListDeclaration, base: string) {
  // Under an object that has its own name in the address, the view has another
  const id: unknown = ctx.params.view ?? ctx.params.id
  const mine = isUuid(id) && kept(list).where({ id, person_id: ctx.actor.id! })
  // Lucid gives the number of rows, in an array or not
  if (!mine || Number(await mine.delete()) === 0) throw new ViewMissing()
  ctx.session.flash('success', 'La vue est oubliée.')
  return ctx.response.redirect(base)
}
