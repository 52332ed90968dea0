import { packsConfig } from '#config/invoicing'
import { FileTooComplex, FileTooHeavy } from '#kernel/reading'
import type { LocalDate } from '#lib/values'
import { packsHome } from '../packs_home.js'
import type { Received } from './read_received.js'
import { readReceivedApart } from './read_received_apart.js'

/** Where the packs of this platform stand. */
export const homeOfPacks = (): string =>
  packsHome({ SCHEMAS_DIR: packsConfig.schemasDir, DATA_DIR: packsConfig.dataDir })

/**
 * What our rules and the packs of a day say of a file; what is too heavy for the packs is judged by our
 * rules alone, rather than by none. It is read in a thread of its own.
 */
export async function judgeReceived(bytes: Buffer, day: LocalDate): Promise<Received> {
  try {
    const packs = { home: homeOfPacks(), day: day.toString() }
    return await readReceivedApart({ bytes, packs })
  } catch (error) {
    if (!(error instanceof FileTooComplex || error instanceof FileTooHeavy)) throw error
    return readReceivedApart({ bytes })
  }
}
