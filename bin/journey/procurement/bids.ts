import { readdir } from 'node:fs/promises'
import { filesUnder } from '../../tenders/disk.js'
import type { Bid } from './itinerary.js'

const NAME = /^(\d{14})(?:\.(replaced|late))?$/
const ORDER = { replaced: 0, bid: 1, late: 2 }

/** The bids of a folder, in the order in which they leave. Throws where there is none, or a name is none of ours. */
export async function bidsIn(folder: string): Promise<Bid[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'))
  if (names.length === 0) throw new Error(`« ${folder} » n’a pas de dossier d’entreprise`)
  const bids = names.map((name): Bid => {
    const [, siret, kind = 'bid'] = NAME.exec(name) ?? []
    if (!siret)
      throw new Error(
        `« ${name} » ne se nomme pas par un SIRET, seul ou suivi de .replaced ou .late`
      )
    return { folder: name, siret, kind: kind as Bid['kind'] }
  })
  return bids.sort((one, other) => ORDER[one.kind] - ORDER[other.kind])
}

/** How much all of them weigh, in octets. */
export const bytesOf = async (folder: string): Promise<number> =>
  (await filesUnder(folder)).reduce((sum, { size }) => sum + size, 0)
