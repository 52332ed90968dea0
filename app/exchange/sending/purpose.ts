import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { OUTSIDE, SYSTEM } from '#kernel/actor'
import type { KeptUpload, UploadFacts, UploadPurpose } from '#lib/uploads/purpose'
import { DoorMissing } from '../errors.js'
import Exchange from '../models/exchange.js'
import ExchangeFile from '../models/exchange_file.js'
import { Box } from './boxes.js'
import { LIMITS } from './limits.js'

/** Files of an exchange, by the drop box of whoever lays them. */
export const PLAIN: UploadPurpose = {
  owners: ['anonymous'],
  mostBytes: LIMITS.mostBytes,
  mostAtOnce: LIMITS.mostFiles,
  mostBytesAtOnce: LIMITS.mostFiles * LIMITS.mostBytes,
  onKept: (file, { owner }) => addFile(file, owner),
}

/** The same, encrypted in the browser: neither their type nor their viruses can be seen. */
export const SEALED: UploadPurpose = { ...PLAIN, isSealed: true }

async function addFile(file: KeptUpload, owner: UploadFacts['owner']): Promise<void> {
  const { exchangeId, recipientId } = await Box.findOrFail(owner.id)
  // Asked again in this transaction: it may have been sent or revoked while the last piece came
  const exchange = await Exchange.hold(exchangeId)
  const isWanted = recipientId ? exchange.isOpen : exchange.state === 'draft'
  if (!isWanted) throw new DoorMissing()
  const { id: documentId, name, size, sha256: digest } = file
  const facts = { exchangeId, recipientId, documentId, name, size, digest, at: clock.now() }
  const { id } = await ExchangeFile.create(facts)
  await journal.append({
    type: 'exchange.file_laid',
    subject: exchange.ref,
    actor: recipientId ? OUTSIDE : SYSTEM,
    data: { file: id, sha256: digest, size, recipient: recipientId ?? '' },
  })
}
