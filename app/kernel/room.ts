import type { Blueprint } from '#kernel/blueprint'
import { allRoles, defineRole, type Role } from '#kernel/roles'
import type { Tenant } from '#kernel/tenant'
import type { Room } from './room_declaration.js'

export { allRoles, roleLabel, roleWords, type Role } from '#kernel/roles'
export type { Room } from './room_declaration.js'

const rooms = new Map<string, Room>()

/** Declares a room; done once, in its `room.ts`, which a line of `start/rooms.ts` loads. */
export function defineRoom(room: Room): Room {
  rooms.set(room.name, room)
  for (const [role, words] of Object.entries(room.roles ?? {})) defineRole(role as Role, words)
  return room
}

/** The rooms that `start/rooms.ts` opened, in the order of its lines. */
export const allRooms = (): Room[] => [...rooms.values()]

/** The rooms that open by default for a kind of member. */
export const offeredTo = ({ kind, without = [] }: Pick<Blueprint, 'kind' | 'without'>): string[] =>
  roomsOfChoice()
    .filter((room) => !room.offeredTo || room.offeredTo.includes(kind))
    .map(({ name }) => name)
    .filter((name) => !without.includes(name))

/** The rooms that a member may have or not. */
export const roomsOfChoice = (): Room[] => allRooms().filter(({ alwaysOpen }) => !alwaysOpen)

/**
 * Whether a member has a room: those of choice that it opened, all of them while it was never
 * provisioned. A name that no room declares is the house's own, and open.
 */
export function hasService({ settings }: Tenant, name: string): boolean {
  const room = rooms.get(name)
  return !room || room.alwaysOpen || (settings.services?.includes(name) ?? true)
}

/** The roles that hold a permission; throws on a permission that nobody declared. */
export function rolesFor(permission: string): Role[] {
  for (const { permissions } of rooms.values()) {
    const holders = permissions[permission]
    if (typeof holders === 'function') return allRoles().filter(holders)
    if (holders) return [...holders]
  }
  throw new Error(`No room declares the permission ${permission}`)
}

/** Whether one of some roles holds a permission; throws on one that nobody declared. */
export const isPermitted = (roles: readonly string[], permission: string): boolean =>
  rolesFor(permission).some((role) => roles.includes(role))
