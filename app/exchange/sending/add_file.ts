import type { HttpContext } from '@adonisjs/core/http'
import { OUTSIDE, SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import type { KeptUpload } from '#lib/uploads/purpose'
import { incomingFiles } from '#web/uploads'
import { DoorMissing, SealingNeedsScripts } from '../errors.js'
import Exchange from '../models/exchange.js'
import ExchangeFile from '../models/exchange_file.js'

/** Whose a file is: the member's, or that of a recipient. */
interface From {
  exchangeId: string
  recipientId: string | null
}

/** Adds a file that has come whole. @throws E_EXCHANGE_DOOR_MISSING once it is wanted no more */
export async function addFile(file: KeptUpload, { exchangeId, recipientId }: From): Promise<void> {
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

/**
 * Adds those that come with their form, where no script runs. @throws E_EXCHANGE_SCRIPTS at the field
 * for what a browser was to encrypt
 */
export async function addFromForm(
  ctx: HttpContext,
  exchange: Exchange,
  recipientId: string | null
): Promise<void> {
  const files = await incomingFiles(ctx, 'files')
  if (files.length > 0 && exchange.isSealed) throw new SealingNeedsScripts().at('files')
  for (const file of files) {
    const kept = await documents.store(file.open(), { name: file.name })
    await addFile(kept, { exchangeId: exchange.id, recipientId })
  }
}
