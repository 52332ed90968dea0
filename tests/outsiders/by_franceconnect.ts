import type IdentityProvider from '#app/outsiders/providers/provider'
import { master } from '#tests/helpers/master'
import { Visitor } from '#tests/identity/visitor'
import { chooses, pathOf } from './provider_world.js'

/** Presses « FranceConnect », says who she is there (null: gives up), and comes back. */
export async function comesByFranceConnect(
  { slug }: Pick<IdentityProvider, 'slug'>,
  login: string | null,
  { visitor = new Visitor(), wanted = '' } = {}
) {
  const query = wanted ? `?retour=${encodeURIComponent(wanted)}` : ''
  const out = await visitor.get(`/connexion/avec/${slug}${query}`)
  const answer = await visitor.get(pathOf(await chooses(out.location!, login)))
  return { visitor, answer }
}

/** Every record that a provider opens, read above the walls. */
export const recordsOf = (issuer: string): Promise<any[]> =>
  master()
    .from('kernel.persons as p')
    .whereIn('p.id', (query) =>
      query
        .from('kernel.person_identifiers')
        .where({ kind: 'sub', issuer })
        .whereNull('ended_at')
        .select('person_id')
    )
    .orderBy('p.id')

/** No record of anybody outside: those of other specs may be of the same invented people. */
export const forgetPersons = (): Promise<unknown> => master().from('kernel.persons').delete()
