import type Consultation from '../drafting/consultation.js'
import Holder from './holder.js'

/** How many holders of a trousseau still have their key, and how many must open. */
export async function standingOf(
  consultation: Consultation
): Promise<{ standing: number; threshold: number }> {
  const { holders, threshold } = await consultation.keys()
  const living = new Set((await Holder.living()).map(({ handle }) => handle))
  return { standing: holders.filter(({ id }) => living.has(id)).length, threshold }
}
