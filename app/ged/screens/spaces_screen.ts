import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import { closedSpace } from '../filing/closed_space.js'
import { LEVEL_WORDS } from '../rules/levels.js'
import { readableSpaces } from '../spaces/readable.js'
import type { SpaceKind } from '../spaces/space.js'
import { ownersHere } from '../sharing/shares.js'
import { savedSearchLines } from './saved_search_screen.js'
import { commonSpace, personalSpace } from '../spaces/usual_spaces.js'

const KINDS: Record<SpaceKind, string> = {
  tenant: 'À toute la collectivité',
  service: 'Espace de service',
  shared: 'Partagé',
  personal: 'À vous seul',
  system: 'Rangé par les services',
}

/** The spaces that the person of a request may open, with what she may do in each. */
export async function spacesScreen(ctx: HttpContext) {
  const { tenant, membership, allows } = ctx
  if (!ctx.isGuest) {
    await commonSpace()
    await personalSpace(membership.userId)
    await closedSpace()
  }
  const levels = await levelsFor(ctx)
  const spaces = []
  for (const { space, level } of await readableSpaces(levels)) {
    spaces.push({
      name: space.kind === 'personal' ? 'Mon espace' : space.name,
      href: here('ged.spaces.show', { tenant, slug: space.slug }),
      kind: KINDS[space.kind],
      level: LEVEL_WORDS[level].label,
    })
  }
  return {
    spaces,
    isGuest: ctx.isGuest,
    kept: await savedSearchLines(ctx),
    searches: here('ged.searches.index', { tenant }),
    owners: (ctx.isGuest ? [] : await ownersHere()).map(({ name, slug }) => ({
      name,
      href: here('ged.spaces.index', { tenant: { slug } }),
    })),
    opens: allows('ged.open') ? here('ged.spaces.store', { tenant }) : null,
    inlets: allows('ged.open') ? here('ged.inlets.index', { tenant }) : null,
    register: allows('ged.privacy') ? here('ged.registers.index', { tenant }) : null,
    types: ctx.isGuest ? null : here('ged.types.index', { tenant }),
    sheets: here('ged.sheets.show', { tenant }),
    holds: here('ged.holds.index', { tenant }),
    twins: here('ged.twins.index', { tenant }),
    trash: here('ged.trash.index', { tenant }),
  }
}
