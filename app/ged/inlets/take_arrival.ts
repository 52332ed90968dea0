import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { DomainError } from '#lib/errors'
import type { IncomingFile } from '#web/uploads'
import { carriedFiles, folderOfParts, partsRefused } from '../depositing/carried_files.js'
import { saidOf } from '../depositing/said_of.js'
import { readMailOf, wordsOf } from '../import/mail_source.js'
import type { ReadMail } from '../import/read_mail.js'
import { depositFile } from '../nodes/deposit_file.js'
import { isMailName } from '../rules/names.js'
import Arrival from './arrival.js'
import type Inlet from './inlet.js'

/** Something that waits at a source. */
export interface Arriving {
  /** What the source knows it by: it comes once under this key. */
  key: string
  /** Fetched only when it did not come before. @throws what the file itself is refused for */
  fetch(): Promise<IncomingFile>
  name: string
}

/** What the file itself is refused for; anything else is ours, or the member's, to mend before it is tried again. */
const ITS_OWN_FAULT = new Set([
  'E_DOCUMENT_INFECTED',
  'E_DOCUMENT_TOO_LARGE',
  'E_DOCUMENT_EMPTY',
  'E_GED_MAIL_PARTS',
])

/** Two visits at once: the other one has filed it. */
class CameMeanwhile extends Error {}

/**
 * Files what came, a message with all that it carries, in one transaction with the note that it came:
 * whole or not at all, and once, wherever the process is killed. What is refused is noted too, and
 * left where it is. Outside any transaction. @throws what prevents filing anything now: a quota.
 */
export async function takeArrival(
  tenantId: string,
  inlet: Inlet,
  { key, name, fetch }: Arriving
): Promise<'taken' | 'refused'> {
  const known = await tenancy.run(tenantId, () => Arrival.ofKey(inlet.id, key))
  if (known) return known.nodeId ? 'taken' : 'refused'
  try {
    const file = await fetch()
    const mail = isMailName(file.name) ? await mailOf(file) : null
    await tenancy.run(tenantId, () => fileWhole(inlet, { key, file }, mail))
    return 'taken'
  } catch (error) {
    if (error instanceof CameMeanwhile) return 'taken'
    // Another visit may have filed it, and moved it away while this one was reading it
    const since = await tenancy.run(tenantId, () => Arrival.ofKey(inlet.id, key))
    if (since?.nodeId) return 'taken'
    if (!(error instanceof DomainError) || !ITS_OWN_FAULT.has(error.code)) throw error
    const refusal = { refusal: error.message }
    await tenancy.run(tenantId, () => Arrival.note(inlet.id, { key, name }, refusal))
    return 'refused'
  }
}

async function fileWhole(
  inlet: Inlet,
  { key, file }: { key: string; file: IncomingFile },
  mail: ReadMail | null
) {
  const refused = mail && partsRefused(mail)
  if (refused) throw refused
  const place = await inlet.place()
  const said = await saidOf(file.name, mail ? wordsOf(mail) : undefined)
  const bringer = { personId: inlet.openedBy }
  const node = await depositFile(place, file, SYSTEM, said, bringer)
  const isFirst = await Arrival.note(inlet.id, { key, name: file.name }, { nodeId: node.id })
  if (!isFirst) throw new CameMeanwhile()
  const carried = mail ? carriedFiles(mail) : []
  if (carried.length === 0) return
  const folderId = await folderOfParts(node.id, SYSTEM)
  const within = { ...place, parentId: folderId }
  for (const { file: part, own } of carried) {
    await depositFile(within, part, SYSTEM, await saidOf(part.name, own), bringer)
  }
}

const mailOf = ({ name, size, open }: IncomingFile) =>
  readMailOf({ path: name, names: [name], kind: 'file', size, open: async () => open() })
