import { rolesFor } from '#kernel/room'
import User from '#kernel/people/user'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import type Project from './project.js'

/** id -> name, for the persons named; unknown ids are left out. */
export async function namesOf(
  ids: Iterable<string | null | undefined>
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => Boolean(id))
  if (wanted.length === 0) return new Map()
  const users = await User.query({ client: tenancy.trx('Names') }).whereIn('id', wanted)
  return new Map(users.map((user) => [user.id, user.fullName]))
}

/** The names of everybody who pilots a sheet of the project. */
export function pilotNames(project: Project): Promise<Map<string, string>> {
  const fiches = project.axes.flatMap((axe) => axe.fiches)
  return namesOf(fiches.flatMap((fiche) => fiche.pilots.map((pilot) => pilot.userId)))
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
  const names = await namesOf(memberships.map((membership) => membership.userId))
  return memberships
    .flatMap(({ userId, title }) => {
      const name = names.get(userId)
      return name ? [{ userId, name, title }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
