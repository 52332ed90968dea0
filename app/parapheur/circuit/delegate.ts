import { DateTime } from 'luxon'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { LocalDate } from '#lib/values'
import { DelegationInvalid, DeskNotFound } from '../errors.js'
import Delegation from '../models/delegation.js'
import Desk from '../models/desk.js'
import Folder from '../models/folder.js'
import FolderStep from '../models/folder_step.js'
import { desksOf } from './people.js'
import { isSigningUnderWay } from '../signing/ceremonies.js'
import { renewStepTasks } from './waiting.js'

interface Asked {
  desk: string
  substitute: string
  startsOn: string
  endsOn: string
}

/**
 * Lets a desk act in the absence of another, between two days included. Only those who sit at the
 * absent desk, or an administrator, decide it. Throws E_DESK_NOT_FOUND, E_DELEGATION_INVALID.
 */
export async function delegate(asked: Asked, by: Actor, manages: boolean): Promise<void> {
  const [first, last] = [LocalDate.parse(asked.startsOn), LocalDate.parse(asked.endsOn)]
  if (last.isBefore(first)) {
    throw new DelegationInvalid('Le dernier jour ne peut pas précéder le premier.').at('endsOn')
  }
  if (last.isBefore(clock.today())) {
    throw new DelegationInvalid('Cette période est déjà passée : corrigez le dernier jour.').at(
      'endsOn'
    )
  }
  if (asked.desk === asked.substitute) {
    throw new DelegationInvalid('Un bureau ne peut pas se remplacer lui-même.').at('substitute')
  }
  const desk = await ownDesk(asked.desk, by, manages)
  const substitute = await Desk.find(asked.substitute)
  if (!substitute) throw new DeskNotFound()
  const delegation = await Delegation.create({
    deskId: desk.id,
    substituteId: substitute.id,
    startsOn: DateTime.fromISO(String(first)),
    endsOn: DateTime.fromISO(String(last)),
    createdBy: by.id,
  })
  const data = { desk: desk.id, substitute: substitute.id, from: String(first), to: String(last) }
  await record('parapheur.delegation_opened', delegation, by, data)
  if (!first.isAfter(clock.today())) await askAfresh(desk)
}

/** Those who plan absences at the same time wait for one another. */
export const holdDesks = (): Promise<unknown> => Desk.query().orderBy('id').forUpdate().exec()

/** Ends a delegation now. Throws E_DESK_NOT_FOUND. */
export async function revoke(id: string, by: Actor, manages: boolean): Promise<void> {
  const delegation = await Delegation.find(id)
  if (!delegation) throw new DeskNotFound()
  const desk = await ownDesk(delegation.deskId, by, manages)
  await delegation.merge({ revokedAt: clock.now() }).save()
  await askAfresh(desk)
  await record('parapheur.delegation_closed', delegation, by, {})
}

/** On the day when absences begin, or on the morrow of their end: the lists follow. */
export async function followAbsences(day: LocalDate): Promise<void> {
  const turning = await Delegation.query()
    .whereNull('revokedAt')
    .where((one) => one.where('startsOn', String(day)).orWhere('endsOn', String(day.plusDays(-1))))
  const desks = new Set(turning.map(({ deskId }) => deskId))
  for (const id of desks) await askAfresh(await Desk.findOrFail(id))
}

async function ownDesk(id: string, by: Actor, manages: boolean): Promise<Desk> {
  const desks = manages ? await Desk.all() : await desksOf(by.id!)
  const desk = desks.find((one) => one.id === id)
  if (!desk) throw new DeskNotFound()
  return desk
}

/** What waits already is put on the lists of those who may act today, and taken off the others'. */
export async function askAfresh(desk: Desk): Promise<void> {
  const waiting = await FolderStep.query().where({ deskId: desk.id, state: 'current' })
  for (const step of waiting) {
    if (await isSigningUnderWay(step)) continue
    await renewStepTasks(await Folder.get(step.folderId), step)
  }
}

async function record(
  type: string,
  { id }: Delegation,
  actor: Actor,
  data: Record<string, string>
) {
  await journal.append({
    type,
    actor,
    data,
    subject: { capability: 'parapheur', type: 'delegation', id },
  })
}
