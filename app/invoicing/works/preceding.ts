import Invoice from '../models/invoice.js'

/** The piece that it answers; null when it answers none, or one that we were not given. */
export async function precedingOf({ precedingChorusId }: Invoice): Promise<Invoice | null> {
  return precedingChorusId === null || precedingChorusId === undefined
    ? null
    : Invoice.query().where('chorusId', Number(precedingChorusId)).first()
}
