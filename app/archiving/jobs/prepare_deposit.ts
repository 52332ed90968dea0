import { createReadStream } from 'node:fs'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { inWorkshop } from '../gateways/workshop.js'
import Deposit from '../models/deposit.js'
import { buildPackage, gather, type BuiltPackage } from '../packaging.js'
import { ingestDeposit } from './ingest_deposit.js'
import { sendDeposit } from './send_deposit.js'
import { failDeposit, orFail } from './settling.js'

const MAX_PACKAGE_BYTES = 4 * 1024 ** 3

/** Builds the package of a deposit, keeps it, and hands it over to the archive. */
export const prepareDeposit = defineJob<{ depositId: string }>({
  name: 'archiving.prepare_deposit',
  title: 'Préparer un versement',
  onGiveUp: failDeposit,
  queue: 'heavy',
  async handle({ depositId }, context) {
    const { tenantId } = context
    await orFail(depositId, context, () =>
      inWorkshop(async (folder) => {
        const toPack = await tenancy.run(tenantId, async () => {
          const deposit = await Deposit.get(depositId)
          return deposit.state === 'prepared' ? gather(deposit) : null
        })
        if (!toPack) return
        const built = await buildPackage(tenantId, toPack, folder)
        await tenancy.run(tenantId, () => keepPackage(depositId, built))
      })
    )
  },
})

async function keepPackage(depositId: string, { path }: BuiltPackage): Promise<void> {
  const deposit = await Deposit.get(depositId)
  if (deposit.state !== 'prepared') return
  const extension = deposit.destination === 'asalae' ? 'tar.gz' : 'zip'
  const kept = await documents.store(createReadStream(path), {
    name: `${deposit.messageIdentifier}.${extension}`,
    maxBytes: MAX_PACKAGE_BYTES,
  })
  deposit.sipDocumentId = kept.id
  deposit.transferredAt = clock.now()
  deposit.trouble = null
  await deposit.apply('transfer', SYSTEM, { data: { package: kept.sha256 } })
  const next = deposit.destination === 'asalae' ? sendDeposit : ingestDeposit
  await next.enqueue({ depositId }, { dedupeKey: `archiving.next.${depositId}` })
}
