import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import type Consultation from '../drafting/consultation.js'
import Holder from '../holders/holder.js'
import type { ReceivedPli } from '../opening/received_plis.js'
import { whoGave } from '../opening/shares.js'

/** A session where plis are opened: who sits, and who has given her shares. */
export const sessionShape = vine.create({
  openedAt: told.moment(),
  president: told.text(),
  members: told.text(),
  /** Nothing opens any more: what its procès-verbal says of each pli no longer changes. */
  isOver: told.flag(),
  threshold: told.count(),
  holders: vine.array(vine.object({ id: told.id(), name: told.text(), hasGiven: told.flag() })),
})

/** What became of a pli in it. */
export const pliShape = vine.create({
  id: told.id(),
  siret: told.text(),
  company: told.text(),
  state: told.text(),
  stateLabel: told.text(),
  receivedAt: told.moment(),
  refusal: told.text().nullable(),
  files: vine.array(
    vine.object({
      id: told.id(),
      envelope: told.text(),
      name: told.text(),
      size: told.count(),
      sha256: told.text(),
    })
  ),
})

/** The session of a consultation, or null while nobody has begun it. */
export async function toldSession(consultation: Consultation): Promise<object | null> {
  if (!consultation.openedAt) return null
  const { holders: keys, threshold } = await consultation.keys()
  const handles = keys.map(({ id }) => id)
  const holders = await Holder.query().whereIn('handle', handles).orderBy('handle')
  const given = await whoGave(consultation)
  return {
    openedAt: consultation.openedAt.toUTC().toISO()!,
    president: consultation.president ?? '',
    members: consultation.membersPresent ?? '',
    isOver: consultation.state !== 'opening',
    threshold,
    holders: holders.map(({ id, name }) => ({ id, name, hasGiven: given.includes(id) })),
  }
}

export const toldPli = ({ pli, files }: ReceivedPli) => ({
  ...{ id: pli.id, siret: pli.siret, company: pli.company, state: pli.state },
  stateLabel: pli.shownState.label,
  receivedAt: pli.receivedAt!.toUTC().toISO()!,
  refusal: pli.refusal,
  files: files.map(({ id, envelope, name, digest, size }) => ({
    ...{ id, envelope, name, sha256: digest, size: Number(size) },
  })),
})
