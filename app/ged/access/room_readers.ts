import { isPermitted } from '#kernel/room'
import { roomsOfDossiers } from '#web/dossiers'
import type { Principal } from './write_access.js'

/** Those who hold a permission, whatever gives it to them. */
export const holdersOf = (permission: string): Principal => ({ kind: 'permission', id: permission })

/** What some roles make of somebody where the closed dossiers of rooms are read. */
export const asReaderOfRooms = (roles: readonly string[]): Principal[] =>
  roomsOfDossiers()
    .filter(({ permission }) => isPermitted(roles, permission))
    .map(({ permission }) => holdersOf(permission))

/** What those who hold a permission are called: « Qui lit “Actes” ». */
export function calledReaders(permission: string): string {
  const room = roomsOfDossiers().find((one) => one.permission === permission)
  return room ? `Qui lit « ${room.dossiers.label} »` : 'Qui en a la permission'
}
