import type { Tenant } from '#kernel/tenant'
import { shownMembers } from '#web/shown_members'
import { findTowns, knownTown, postalCodeIn, type KnownTown } from '#lib/french/search/towns'

/** The names cut into words, as long as the same list is remembered. */
const known = new WeakMap<Tenant[], KnownTown[]>()

const PAGE = 24

/** A page of the members whose public side is open. */
export interface TownsPage {
  towns: KnownTown[]
  /** How many answer, on all pages. */
  count: number
  /** The short name after which the next page begins; null at the end. */
  next: string | null
}

/** The towns that answer to what was typed, from the one after `after` (its short name). */
export async function townsPage(typed: string, after: string | null): Promise<TownsPage> {
  const found = findTowns(await openTowns(), typed)
  const from = after ? found.findIndex(({ slug }) => slug === after) + 1 : 0
  const towns = found.slice(from, from + PAGE)
  const hasMore = found.length > from + PAGE
  return { towns, count: found.length, next: hasMore ? towns.at(-1)!.slug : null }
}

async function openTowns(): Promise<KnownTown[]> {
  const shown = await shownMembers()
  const towns = known.get(shown) ?? shown.map(townOf)
  known.set(shown, towns)
  return towns
}

const townOf = ({ slug, name, siren, settings }: Tenant): KnownTown =>
  knownTown({ slug, name, siren, postalCode: postalCodeIn(settings.portal?.legalAddress ?? '') })
