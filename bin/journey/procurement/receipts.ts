import { setTimeout as sleep } from 'node:timers/promises'
import { statusOf } from './asking.js'
import type { SentPli } from './itinerary.js'
import { lay, layJson } from './laid_out.js'

/** Late or in time, as each was meant. */
export async function mustBeAsMeant(plis: SentPli[], receipts: Map<string, any>): Promise<void> {
  for (const { folder, kind } of plis)
    if (receipts.get(folder).late !== (kind === 'late'))
      throw new Error(`Le pli ${folder} n’est pas arrivé du bon côté de l’heure limite`)
}

/** The receipts, and the tokens that follow them. */
export async function layReceipts(
  out: string,
  plis: SentPli[],
  receipts: Map<string, any>
): Promise<void> {
  for (const { folder, base, pli, company } of plis) {
    await layJson(out, `receipts/${folder}.json`, receipts.get(folder))
    const address = `${base}/plis/${pli}/horodatage.tsr`
    const limit = Date.now() + 120_000
    while ((await statusOf(company.visitor, address)) !== 200) {
      if (Date.now() > limit) throw new Error(`Le pli ${folder} n’est pas horodaté`)
      await sleep(250)
    }
    await lay(out, `receipts/${folder}.tsr`, await company.visitor.download(address))
  }
}

/** What is told of each pli in the end. */
export const told = (plis: SentPli[], receipts: Map<string, any>, states: Map<string, string>) =>
  plis.map(({ folder, siret, pli }) => {
    const { receivedAt, late } = receipts.get(folder)
    return { folder, siret, receivedAt, late, state: states.get(pli) }
  })
