import Membership from '#kernel/people/membership'
import { membershipOf } from '#kernel/people/memberships'
import User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import Delegation from '../models/delegation.js'
import Desk from '../models/desk.js'
import DeskMember from '../models/desk_member.js'
import type FolderStep from '../models/folder_step.js'

/** Persons are of the whole platform: read by the transaction's own connection all the same. */
const users = () => User.query({ client: tenancy.trx() })

/** In whose name a person acts on a step. */
export interface Mandate {
  /** « Soizic Madec (La maire) » when she acts in the absence of that desk; null at her own. */
  onBehalfOf: string | null
}

/** The desks at which a person sits: by her title in the collectivite, or by name. */
export async function desksOf(userId: string): Promise<Desk[]> {
  const membership = await membershipOf(userId)
  if (!membership) return []
  const seats = await DeskMember.query().where('userId', userId)
  const query = Desk.query().orderBy('name')
  query.where((mine) => {
    mine.whereIn(
      'id',
      seats.map(({ deskId }) => deskId)
    )
    if (membership.title) mine.orWhereRaw('? = any(titles)', [membership.title])
  })
  return query
}

/** The desks that a person replaces today. */
export async function replacedBy(userId: string): Promise<Desk[]> {
  const own = (await desksOf(userId)).map(({ id }) => id)
  if (own.length === 0) return []
  const delegations = await Delegation.today().whereIn('substituteId', own)
  const absent = delegations.map(({ deskId }) => deskId)
  return absent.length ? Desk.query().whereIn('id', absent).orderBy('name') : []
}

/** In whose name the person may act on this step today; null when it is not hers. */
export async function mandateOn(step: FolderStep, userId: string): Promise<Mandate | null> {
  if (!step.deskId) return null
  const own = await desksOf(userId)
  if (own.some(({ id }) => id === step.deskId)) return { onBehalfOf: null }
  const replaced = (await replacedBy(userId)).find(({ id }) => id === step.deskId)
  return replaced ? { onBehalfOf: await deskInWords(replaced) } : null
}

/** Those who sit at a desk and still belong to the collectivite. */
export async function ownersOf(deskId: string): Promise<User[]> {
  const desk = await Desk.findOrFail(deskId)
  const seats = await DeskMember.query().where('deskId', deskId)
  const seated = seats.map(({ userId }) => userId)
  const members = await Membership.query()
    .where('state', 'active')
    .where((any) => any.whereIn('title', desk.titles).orWhereIn('userId', seated))
  const ids = members.map(({ userId }) => userId)
  return ids.length ? users().whereIn('id', ids).orderBy('fullName') : []
}

/** Those for whom a step waits today: the desk's owners, and those of the desks that replace it. */
export async function peopleWaitedFor(deskId: string): Promise<User[]> {
  const substitutes = await Delegation.today().where('deskId', deskId)
  const desks = [deskId, ...substitutes.map(({ substituteId }) => substituteId)]
  const people = new Map<string, User>()
  for (const desk of desks) for (const one of await ownersOf(desk)) people.set(one.id, one)
  return [...people.values()]
}

/** « Soizic Madec (La maire) ». */
async function deskInWords(desk: Desk): Promise<string> {
  const names = (await ownersOf(desk.id)).map(({ fullName }) => fullName)
  return names.length ? `${names.join(', ')} (${desk.name})` : desk.name
}
