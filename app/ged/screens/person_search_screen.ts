import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { cursorOf, pageAfter } from '#web/cursor'
import { day } from '#web/dates'
import { here } from '#web/here'
import { foundOfPerson } from '../privacy/found_of_person.js'
import { personReach } from '../privacy/person_reach.js'
import PersonSearch, { SEARCH_DAYS } from '../privacy/person_search.js'
import type { PersonSaid } from '../rules/person_forms.js'

const RECENT = 20

const crumbsOf = (tenant: HttpContext['tenant']) => [
  { label: 'Documents', href: here('ged.spaces.index', { tenant }) },
  { label: 'Registre des traitements', href: here('ged.registers.index', { tenant }) },
]

/** Whom the person of a request looked for, the last first, and what looking for another asks. */
export async function personsScreen({ tenant, actor, request }: HttpContext) {
  const query = PersonSearch.query().where('owner_id', actor.id!).orderBy('id', 'desc')
  const after = cursorOf(request)
  const found = await (after ? query.where('id', '<', after) : query).limit(RECENT + 1)
  const { shown, next } = pageOf(found, RECENT)
  return {
    begins: here('ged.person_searches.store', { tenant }),
    next: pageAfter(next),
    items: shown.map(({ id: person, said, reference, at }) => ({
      title: nameOf(said),
      href: here('ged.person_searches.show', { tenant, person }),
      icon: 'user',
      facts: [reference ? `Demande ${reference}` : '', `Le ${day(at)}`].filter(Boolean),
    })),
    days: SEARCH_DAYS,
    crumbs: [...crumbsOf(tenant), { label: 'Chercher une personne' }],
  }
}

/** The documents that name a person, below what the one who asks may read. */
export async function personScreen(ctx: HttpContext, search: PersonSearch) {
  const { tenant } = ctx
  const { id: person, said, reference, at } = search
  const reach = await personReach(ctx)
  const { found, next } = await foundOfPerson(search, reach, cursorOf(ctx.request))
  return {
    name: nameOf(said),
    facts: [
      { name: 'Autres noms', value: said.others.join(', ') },
      { name: 'Courriel', value: said.email },
      { name: 'Téléphone', value: said.phone },
      { name: 'Demande', value: reference },
      { name: 'Cherchée le', value: day(at) },
      { name: 'Oubliée le', value: day(at.plus({ days: SEARCH_DAYS })) },
    ],
    lines: found.map(({ node, space, path, named, snippet }) => ({
      ...{ title: node.title, where: `${space} / ${path}`, named: named.join(', '), snippet },
      href: node.deletedAt
        ? here('ged.trash.index', { tenant })
        : here('ged.documents.show', { tenant, id: node.id }),
    })),
    next: pageAfter(next),
    isFirst: !cursorOf(ctx.request),
    exports: here('ged.person_exports.show', { tenant, person }),
    forgets: `${here('ged.person_searches.destroy', { tenant, person })}?_method=DELETE`,
    crumbs: [
      ...crumbsOf(tenant),
      { label: 'Chercher une personne', href: here('ged.person_searches.index', { tenant }) },
      { label: nameOf(said) },
    ],
  }
}

/** « Nolwenn Caradec »; else what is known of her. */
const nameOf = ({ family, given, others, email, phone }: PersonSaid): string =>
  [given, family].filter(Boolean).join(' ') || others[0] || email || phone || 'Une personne'
