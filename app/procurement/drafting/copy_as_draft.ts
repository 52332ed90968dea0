import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import Lot from '../lots/lot.js'
import Consultation from './consultation.js'
import ConsultationDocument from './consultation_document.js'

/** With the end that a copy takes and the number of a lot, it stays an identifier of the essential data. */
const MOST_OF_REFERENCE = 10
const MOST_COPIES = 99

/**
 * A draft of the same need as a published consultation, with the lots that still stand, its documents as
 * they are now and as long to answer, under the first reference that is free. In the transaction in context.
 */
export async function copyAsDraft(of: Consultation, by: Actor): Promise<Consultation> {
  const lots = (await Lot.of(of.id)).filter(({ isOver }) => !isOver)
  const isDivided = lots.length > 1
  const copy = await Consultation.create({
    ...needOf(of),
    reference: await freeReference(of.reference),
    state: 'draft',
    createdBy: by.id,
    deadline: clock.now().plus(of.deadline.diff(of.publishedAt!)),
    mostLotsAnswered: isDivided ? of.mostLotsAnswered : null,
    mostLotsWon: isDivided ? of.mostLotsWon : null,
    lotWords: isDivided ? lots.map(({ title }) => title).join(' ') : '',
    lotCpvs: isDivided ? lots.map(({ cpv }) => cpv.slice(0, 8)) : [],
  })
  if (isDivided) await copyLots(copy.id, lots)
  for (const { position, documentId, name, digest, size } of await of.documents())
    await ConsultationDocument.create({
      ...{ consultationId: copy.id, position, documentId, name, digest, size },
    })
  return copy
}

const needOf = (of: Consultation) => ({
  ...{ title: of.title, description: of.description, nature: of.nature, estimate: of.estimate },
  ...{ cpv: of.cpv, placeCode: of.placeCode, durationMonths: of.durationMonths, ccag: of.ccag },
  ...{ priceForm: of.priceForm, priceType: of.priceType, hasAdvance: of.hasAdvance },
  ...{ forbidsSeveralGroups: of.forbidsSeveralGroups, criteria: of.criteria },
  ...{ threshold: of.threshold, zone: of.zone },
})

const copyLots = (consultationId: string, lots: Lot[]) =>
  Lot.createMany(
    lots.map(({ title, cpv, estimate }, rank) => ({
      ...{ consultationId, number: rank + 1, title, cpv, estimate, state: 'planned' as const },
    }))
  )

async function freeReference(reference: string): Promise<string> {
  const stem = reference.slice(0, MOST_OF_REFERENCE)
  const known = await Consultation.query().whereLike('reference', `${stem}%`).select('reference')
  const taken = new Set(known.map((one) => one.reference))
  for (let copy = 2; copy < MOST_COPIES; copy++)
    if (!taken.has(`${stem}-${copy}`)) return `${stem}-${copy}`
  return `${stem.slice(0, 4)}-${clock.now().toMillis() % 1_000_000}`
}
