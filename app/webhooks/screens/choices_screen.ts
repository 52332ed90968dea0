import { allRooms, hasService } from '#kernel/room'
import type { Tenant } from '#kernel/tenant'
import { inRailOrder } from '#web/menu'
import { TEST_TYPE } from '../telling.js'

/** The facts that a member may choose: those of its services, with their names for programs. */
export const choicesOf = (tenant: Tenant) =>
  inRailOrder()
    .filter(({ name }) => hasService(tenant, name))
    .flatMap(({ label: room, offers = [] }) =>
      offers.map(({ type, label }) => ({ value: type, label, help: `${room} – ${type}` }))
    )

/** What a type of message is called on a screen. */
export function labelOf(type: string): string {
  if (type === TEST_TYPE) return 'Message d’essai'
  const offered = allRooms().flatMap(({ offers = [] }) => offers)
  return offered.find((one) => [one.type, one.fact].includes(type))?.label ?? type
}
