import { people } from '#kernel/people'
import { rolesFor } from '#kernel/room'
import Membership from '#kernel/people/membership'
import type Project from './project.js'

/** The names of everybody who pilots a sheet of the project. */
export function pilotNames(project: Project): Promise<Map<string, string>> {
  const fiches = project.axes.flatMap((axe) => axe.fiches)
  return people.names(fiches.flatMap((fiche) => fiche.pilots.map((pilot) => pilot.userId)))
}

export interface Colleague {
  userId: string
  name: string
  title: string | null
}

/** Who may pilot a sheet here, by name: a role that cannot write in it would pilot nothing. */
export async function colleagues(): Promise<Colleague[]> {
  const memberships = await Membership.query()
    .where('state', 'active')
    .whereRaw('roles && ?::text[]', [rolesFor('territory.contribute')])
  const names = await people.names(memberships.map((membership) => membership.userId))
  return memberships
    .flatMap(({ userId, title }) => {
      const name = names.get(userId)
      return name ? [{ userId, name, title }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
