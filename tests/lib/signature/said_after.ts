import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { appended, signedByHand, stream, type Choices, type Objects } from './handmade_pdf.js'

/** The drawing of a mark: a square of ten points. */
export const square = stream('/Type/XObject/Subtype/Form/BBox[0 0 10 10]', '0 0 10 10 re f')

/** What is said of a file that was valid when it was signed, once an update followed. */
export async function after(
  update: Objects,
  choices: Choices & { objects?: Objects } = {},
  trailer = ''
) {
  const { mayor, anchors } = await demoSigners()
  const signed = signedByHand(mayor, choices.objects ?? {}, choices)
  const options = { trustAnchors: anchors }
  const before = await inspectNow(signed, options)
  if (before.status !== 'valid') throw new Error(`before: ${before.status}`)
  return inspectNow(appended(signed, update, trailer), options)
}
