import { clock } from '#kernel/clock'
import { inspectPdf, type InspectOptions } from '#lib/signature'

/** What a PDF is worth as a signed document, at the hour of the test unless it says another. */
export const inspectNow = (bytes: Buffer, options: Omit<InspectOptions, 'at'> & { at?: Date }) =>
  inspectPdf(bytes, { at: clock.now().toJSDate(), ...options })
