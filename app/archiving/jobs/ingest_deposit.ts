import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents, type OpenableDocument } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { buildAcknowledgement } from '../formats/replies.js'
import { checkPackageApart } from '../gateways/read_apart.js'
import { inWorkshop } from '../gateways/workshop.js'
import { termsOfTheArchive } from '../ingest_terms.js'
import Deposit from '../models/deposit.js'
import { settle } from '../settle.js'
import { answeredTransfer } from '../transfer_header.js'
import { failDeposit, orFail } from './settling.js'

/**
 * Our own archive receives a package as a stranger's: it reads back what was kept, checks it in
 * the order of Vitam's ingest, and answers. It shares nothing with what built the package.
 */
export const ingestDeposit = defineJob<{ depositId: string }>({
  name: 'archiving.ingest_deposit',
  title: 'Archiver un versement',
  onGiveUp: failDeposit,
  queue: 'heavy',
  async handle({ depositId }, context) {
    const { tenantId } = context
    await orFail(depositId, context, () =>
      inWorkshop(async (folder) => {
        const arrived = await tenancy.run(tenantId, async () => {
          const sip = await acknowledge(depositId)
          return sip && { sip, terms: await termsOfTheArchive() }
        })
        if (!arrived) return
        const { sip, terms } = arrived
        const path = join(folder, 'sip.zip')
        await pipeline(await sip.open(), createWriteStream(path))
        const report = await checkPackageApart({ path, terms }, { by: 'archive', bytes: sip.size })
        await settle(tenantId, depositId, report, { path, sha256: sip.sha256 })
      })
    )
  },
})

/** Says that the package has arrived; returns it, or null when the deposit is past that. */
async function acknowledge(depositId: string): Promise<OpenableDocument | null> {
  const deposit = await Deposit.get(depositId)
  if (deposit.state === 'transferred') await answer(deposit)
  if (deposit.state !== 'acknowledged') return null
  const [sip] = await documents.openable([deposit.sipDocumentId!])
  return sip
}

async function answer(deposit: Deposit): Promise<void> {
  const { version, transfer } = await answeredTransfer(deposit)
  const message = buildAcknowledgement({
    version,
    identifier: `ACK-${deposit.id}`,
    at: clock.now().toISO()!,
    transfer,
  })
  const kept = await documents.store(message, { name: `${deposit.messageIdentifier}-accuse.xml` })
  deposit.acknowledgementDocumentId = kept.id
  await deposit.apply('acknowledge', SYSTEM, { data: { acknowledgement: kept.sha256 } })
}
