import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { sealReceipt } from '#web/seals/sealed_receipt'
import LinkDeposit from '../links/link_deposit.js'
import { receiptText } from '../links/receipt_text.js'

/** Makes the receipt of a deposit, once: the page of the deposit then offers it. */
export const sealLinkReceipt = defineJob<{ depositId: string }>({
  name: 'ged.seal_link_receipt',
  title: 'Sceller le récépissé d’un dépôt par lien',
  queue: 'outside',
  attempts: 12,
  onGiveUp: {
    nobodyNeeds: 'the page of the deposit tells the same facts, and the journal has them',
  },
  async handle({ depositId }, { tenantId }) {
    const asked = await tenancy.run(tenantId, () => whatToSay(depositId))
    if (!asked) return
    const zip = await sealReceipt(tenantId, { ...asked, by: SYSTEM })
    await tenancy.run(tenantId, async () => {
      const kept = await documents.store(zip, { name: 'recepisse.zip' })
      await (await LinkDeposit.get(depositId)).merge({ receiptDocumentId: kept.id }).save()
    })
  },
})

/** Null when it is made, or when what it speaks of is gone. */
async function whatToSay(depositId: string) {
  const deposit = await LinkDeposit.find(depositId)
  if (!deposit?.endedAt || deposit.receiptDocumentId) return null
  const { depositor, beganAt, endedAt, ref: subject } = deposit
  const { name: place } = await tenants.current()
  const files = await deposit.files()
  return { subject, text: receiptText({ place, depositor, beganAt, endedAt, files }) }
}
