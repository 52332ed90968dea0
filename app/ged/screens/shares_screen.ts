import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { crumbsTo } from '../nodes/crumbs.js'
import { LEVEL_WORDS, LEVELS } from '../rules/levels.js'
import { sharesOf } from '../sharing/shares.js'
import type Space from '../spaces/space.js'
import { nameOf } from './folder_screen.js'

/** To whom a space is open, and how it is opened to one more. */
export async function sharesScreen({ tenant }: HttpContext, space: Space) {
  const { slug, id } = space
  const shares = (await sharesOf(id)).map(({ guestId, name, siren, level, at }) => ({
    ...{ name, siren, at, level: LEVEL_WORDS[level] },
    takesBack: `${here('ged.shares.destroy', { tenant, slug, guest: guestId })}?_method=DELETE`,
  }))
  return {
    ...{ shares, name: nameOf(space), isPersonal: space.kind === 'personal' },
    crumbs: [
      ...crumbsTo(tenant, space, []).map((crumb) => ({
        ...crumb,
        href: 'href' in crumb ? crumb.href : here('ged.spaces.show', { tenant, slug }),
      })),
      { label: 'Partage' },
    ],
    opens: here('ged.shares.store', { tenant, slug }),
    levels: LEVELS.map((value) => ({
      value,
      label: `${LEVEL_WORDS[value].label} : ${LEVEL_WORDS[value].help}`,
    })),
  }
}
