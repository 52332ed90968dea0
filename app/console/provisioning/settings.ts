import { allRooms, offeredTo, type Room } from '#kernel/room'

import { defaultsOf } from '#kernel/settings'
import type { Blueprint } from '#kernel/blueprint'
import type { Changes } from './changes.js'
import type { Member } from './member.js'

type Settings = Record<string, any>

/**
 * The rooms that a member has: the list of its description, else what it has and what its
 * blueprint has gained since, but never a room that was closed on purpose.
 */
export function servicesOf(member: Member, blueprint: Blueprint, known: Settings): string[] {
  if (member.services) return member.services
  const closed: string[] = known.closedServices ?? []
  const offered = offeredTo(blueprint).filter((service) => !closed.includes(service))
  return [...new Set([...(known.services ?? []), ...offered])]
}

const alwaysOpen = () => allRooms().flatMap((room) => (room.alwaysOpen ? [room.name] : []))

/** The rooms of a member that this platform really has, and those that are no choice; each after those that it needs. */
export function openRooms(services: readonly string[]): Room[] {
  const all = allRooms()
  const ordered = new Set<Room>()
  const visit = (name: string) => {
    const room = all.find((one) => one.name === name)
    if (!room || ordered.has(room)) return
    room.dependsOn.forEach(visit)
    ordered.add(room)
  }
  for (const name of [...services, ...alwaysOpen()]) visit(name)
  return [...ordered]
}

/**
 * The settings completed: what a member decided stays, what is missing comes from its description,
 * then from its blueprint, then from each room.
 */
export function completedSettings(
  known: Settings,
  member: Member,
  blueprint: Blueprint,
  changes: Changes
): Settings {
  const services = servicesOf(member, blueprint, known)
  const settings: Settings = { ...known, services }
  const labels = new Map(allRooms().map((room) => [room.name, room.label]))
  for (const service of services) {
    if (!known.services?.includes(service))
      changes.add(`Service ouvert : ${labels.get(service) ?? service}.`)
  }
  // Identity is no service that one opens, and yet a blueprint says who needs a second factor.
  for (const room of openRooms(services)) {
    const wanted: Settings = {
      ...defaultsOf(room),
      ...blueprint.settings[room.name],
      ...member.settings?.[room.name],
    }
    const missing = Object.keys(wanted).filter((key) => known[room.name]?.[key] === undefined)
    if (missing.length === 0) continue
    settings[room.name] = { ...wanted, ...known[room.name] }
    changes.add(`Réglages de « ${room.label} » : ${missing.join(', ')}.`)
  }
  return settings
}
