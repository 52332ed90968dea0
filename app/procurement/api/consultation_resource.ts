import vine from '@vinejs/vine'
import { API_ROOT } from '#web/api/registry'
import type { Call } from '#web/api/operation'
import { told } from '#web/api/shapes'
import type { Actor } from '#kernel/actor'
import Consultation from '../drafting/consultation.js'
import { typedOf } from '../drafting/consultation_form_screen.js'

export const consultationUrl = (id: string) => `${API_ROOT}/procurement/buyer/consultations/${id}`

const line = {
  id: told.id(),
  reference: told.text(),
  title: told.text(),
  state: told.text(),
  stateLabel: told.text(),
  cpv: told.text(),
  deadline: told.moment(),
  fingerprint: told.text().nullable(),
}
/** A consultation among others. */
export const lineShape = vine.create(line)

/** One by itself: what its form says, in the words that it takes back, and its files. */
const shape = vine.create({
  ...line,
  description: told.text(),
  nature: told.text(),
  estimate: told.text(),
  placeCode: told.text(),
  durationMonths: told.count(),
  ccag: told.text(),
  priceForm: told.text(),
  priceType: told.text(),
  hasAdvance: told.flag(),
  weightPrice: told.count(),
  weightTechnical: told.count(),
  weightEnvironment: told.count(),
  deadlineDay: told.day(),
  deadlineTime: told.text(),
  threshold: told.count(),
  forbidsSeveralGroups: told.flag(),
  documents: vine.array(
    vine.object({ id: told.id(), name: told.text(), size: told.count(), sha256: told.text() })
  ),
})

export const toldLine = (one: Consultation) => ({
  ...{ id: one.id, reference: one.reference, title: one.title, state: one.state, cpv: one.cpv },
  stateLabel: one.shownState.label,
  deadline: one.deadline.toUTC().toISO()!,
  fingerprint: one.fingerprint,
})

export async function toldConsultation(one: Consultation): Promise<object> {
  const files = await one.documents()
  return {
    ...typedOf(one),
    ...toldLine(one),
    documents: files.map(({ id, name, size, digest }) => ({
      ...{ id, name, sha256: digest },
      size: Number(size),
    })),
  }
}

/** The same again after a gesture: what the base fills is not in the model that wrote it. */
export const toldAgain = async ({ id }: Pick<Consultation, 'id'>) =>
  toldConsultation(await Consultation.get(id))

/** As the program saw it, held until what it asks is done. */
export const seenConsultation = async ({ params }: Call) =>
  toldConsultation(await Consultation.hold(params.id))

export const consultationAnswer = (status: 200 | 201 | 202 = 200) => ({
  kind: 'thing' as const,
  of: 'ConsultationEntiere',
  shape,
  status,
})

/** Holds the consultation that is named, does that to it, and tells it again. */
export const does =
  (gesture: (consultation: Consultation, by: Actor, call: Call) => Promise<void>) =>
  async (call: Call) => {
    const consultation = await Consultation.hold(call.params.id)
    await gesture(consultation, call.ctx.actor, call)
    return toldAgain(consultation)
  }
