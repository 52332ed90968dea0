/** What happens to an invoice after a fact of its own or of another room. */
import { archiveAccepted } from '#rooms/archiving'
import { folderRefused, folderSigned, type Origin } from '#rooms/parapheur'
import { person, SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type { GivenUp } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { depositInvoice } from './archive/deposit_invoice.js'
import { invoicePaid } from './events.js'
import Invoice from './models/invoice.js'
import { afterRefusal, afterSignature } from './service/after_signature.js'
import { holdUp } from './trouble.js'

const isOurs = ({ capability }: Origin) => capability === 'invoicing'
const ofInvoice = async ({ origin }: { origin: Origin }, about: GivenUp) =>
  isOurs(origin) ? holdUp(origin.id, about) : undefined

folderSigned.subscribe(
  'invoicing.after_signature',
  async ({ folderId, origin, documentIds, signedBy }, { tenantId }) => {
    if (!isOurs(origin)) return
    const by = signedBy ? person(signedBy) : SYSTEM
    await tenancy.run(tenantId, () => afterSignature(origin.id, folderId, documentIds[0], by))
  },
  { title: 'Constater le service fait d’une facture', onGiveUp: ofInvoice }
)

folderRefused.subscribe(
  'invoicing.after_refusal',
  async ({ folderId, origin, reason }, { tenantId }) => {
    if (!isOurs(origin)) return
    await tenancy.run(tenantId, () => afterRefusal(origin.id, folderId, reason))
  },
  { title: 'Rendre une facture dont le service n’est pas fait', onGiveUp: ofInvoice }
)

invoicePaid.subscribe(
  'invoicing.deposit',
  ({ invoiceId }, { tenantId }) => tenancy.run(tenantId, () => depositInvoice(invoiceId)),
  {
    title: 'Verser une facture aux archives',
    onGiveUp: ({ invoiceId }, about) => holdUp(invoiceId, about),
  }
)

archiveAccepted.subscribe(
  'invoicing.archived',
  async ({ origin }, { tenantId }) => {
    if (!isOurs(origin)) return
    await tenancy.run(tenantId, async () => {
      const invoice = await Invoice.hold(origin.id)
      if (!invoice.archivedAt) await invoice.merge({ archivedAt: clock.now() }).save()
    })
  },
  { title: 'Noter qu’une facture est archivée', onGiveUp: ofInvoice }
)
