import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'

/** What a company's program sends of its plis, and what it is told of them. */
export const begun = vine.create({
  consultation: vine.string().uuid(),
  /** The number under which it was sealed offline. */
  pli: vine.string().uuid().toLowerCase().optional(),
})
export const sealed = vine.create({ manifest: vine.string().maxLength(2_000_000) })
export const receipt = vine.create({
  pli: told.id(),
  digest: told.text(),
  tender: vine.object({ id: told.id(), title: told.text() }),
  buyer: told.text(),
  depositor: told.text(),
  receivedAt: told.moment(),
  startedAt: told.moment(),
  deadline: told.moment(),
  late: told.flag(),
  trousseau: told.text(),
  /** Only where the clock of the machine that received it was off: `receivedAt` is that of the base. */
  clock: vine.object({ driftMs: told.count(), says: told.text() }).optional(),
})
export const pli = vine.create({
  id: told.id(),
  consultation: told.id(),
  siret: told.text(),
  state: told.text(),
  startedAt: told.moment(),
  receivedAt: told.moment().nullable(),
  pieces: vine.array(told.text()),
})
export const piece = vine.create({ sha256: told.text() })
