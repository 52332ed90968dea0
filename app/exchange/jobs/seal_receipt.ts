import { createHash } from 'node:crypto'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { sealReceipt } from '#web/seals/sealed_receipt'
import Exchange from '../models/exchange.js'
import ExchangeFile from '../models/exchange_file.js'
import Recipient from '../models/recipient.js'
import { Delivery } from '../receiving/deliver.js'
import { receiptText } from '../receiving/receipt_text.js'

/**
 * Reads what was delivered again, and makes the receipt of a recipient, once for all that there is to
 * say: what happened while it was sealed asks for another, and this one is not kept.
 */
export const sealExchangeReceipt = defineJob<{ recipientId: string }>({
  name: 'exchange.seal_receipt',
  title: 'Sceller le récépissé d’un échange',
  queue: 'heavy',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'the page tells the same facts, and the journal has them' },
  async handle({ recipientId }, { tenantId }) {
    const delivered = await tenancy.run(tenantId, () => notReadAgain(recipientId))
    for (const { fileId, documentId } of delivered) {
      const digests = await readAgain(tenantId, documentId)
      await tenancy.run(tenantId, () => noteDigests({ recipientId, fileId }, digests))
    }
    const told = await tenancy.run(tenantId, () => toldOf(recipientId))
    if (!told) return
    const zip = await sealReceipt(tenantId, { ...told, by: SYSTEM })
    await tenancy.run(tenantId, async () => {
      if ((await toldOf(recipientId))?.text !== told.text) return
      const kept = await documents.store(zip, { name: 'recepisse.zip' })
      const recipient = await Recipient.hold(recipientId)
      await recipient.merge({ receiptDocumentId: kept.id }).save()
    })
  },
})

async function notReadAgain(recipientId: string) {
  const deliveries = (await Delivery.to(recipientId)).filter(({ digest }) => !digest)
  const files = await ExchangeFile.query().whereIn(
    'id',
    deliveries.map(({ fileId }) => fileId)
  )
  return files.flatMap(({ id, documentId }) => (documentId ? [{ fileId: id, documentId }] : []))
}

/** What a file that is kept is, as it is decrypted: nothing holds the whole of it. */
async function readAgain(tenantId: string, documentId: string) {
  const [document] = await tenancy.run(tenantId, () => documents.openable([documentId]))
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
  for await (const part of await document.open()) {
    sha256.update(part)
    sha512.update(part)
  }
  return { digest: sha256.digest('hex'), digest_512: sha512.digest('hex') }
}

const noteDigests = (
  { recipientId, fileId }: { recipientId: string; fileId: string },
  digests: { digest: string; digest_512: string }
) =>
  tenancy
    .trx()
    .from('exchange.deliveries')
    .where({ tenant_id: tenancy.tenantId(), recipient_id: recipientId, file_id: fileId })
    .update(digests)

/** Null when the receipt is made. */
async function toldOf(recipientId: string) {
  const recipient = await Recipient.hold(recipientId)
  if (recipient.receiptDocumentId) return null
  const { title, isSealed } = await Exchange.get(recipient.exchangeId)
  const files = await ExchangeFile.query().where('exchange_id', recipient.exchangeId).orderBy('id')
  const deliveries = new Map((await Delivery.to(recipientId)).map((one) => [one.fileId, one]))
  const delivered = files.flatMap((file) => {
    const one = deliveries.get(file.id)
    return one ? [{ ...factsOf(file), at: one.at, again: one }] : []
  })
  const laid = files.filter((file) => file.recipientId === recipientId).map(factsOf)
  const { name: from } = await tenants.current()
  const text = receiptText({ from, to: recipient.email, title, isSealed, delivered, laid })
  return { subject: recipient.ref, text }
}

const factsOf = ({ name, size, digest, at }: ExchangeFile) => ({ name, size, digest, at })
