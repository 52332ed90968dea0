import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import type Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import Holder from '../holders/holder.js'
import { plisOf } from '../opening/opening_screen.js'
import type PliFile from '../opening/pli_file.js'
import { whoGave } from '../opening/shares.js'

/** A session where plis are opened: who sits, who has given her shares, and what became of each pli. */
export const sessionShape = vine.create({
  openedAt: told.moment(),
  president: told.text(),
  members: told.text(),
  /** Nothing opens any more: what its procès-verbal says of each pli no longer changes. */
  isOver: told.flag(),
  threshold: told.count(),
  holders: vine.array(vine.object({ id: told.id(), name: told.text(), hasGiven: told.flag() })),
  plis: vine.array(
    vine.object({
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
    plis: (await plisOf(consultation)).map(toldPli),
  }
}

const toldPli = ({ pli, files }: { pli: Pli; files: PliFile[] }) => ({
  ...{ id: pli.id, siret: pli.siret, company: pli.company, state: pli.state },
  stateLabel: pli.shownState.label,
  receivedAt: pli.receivedAt!.toUTC().toISO()!,
  refusal: pli.refusal,
  files: files.map(({ id, envelope, name, digest, size }) => ({
    ...{ id, envelope, name, sha256: digest, size: Number(size) },
  })),
})
