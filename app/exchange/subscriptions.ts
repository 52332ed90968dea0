/** What happens after a fact of an exchange. */
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import { exchangeOpened, filesDelivered, filesLaid } from './events.js'
import { mailInvitation } from './jobs/mail_recipient.js'
import { sealExchangeReceipt } from './jobs/seal_receipt.js'
import Exchange from './models/exchange.js'
import Recipient from './models/recipient.js'

exchangeOpened.subscribe(
  'exchange.invite',
  ({ exchangeId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      for (const { id: recipientId } of await Recipient.of(exchangeId))
        await mailInvitation.enqueue(
          { recipientId },
          { dedupeKey: `exchange.invitation:${recipientId}` }
        )
    }),
  {
    title: 'Prévenir les destinataires d’un échange',
    onGiveUp: {
      nobodyNeeds: 'its page shows that nobody has come, and the operator runs it again',
    },
  }
)

filesDelivered.subscribe(
  'exchange.receipt_of_delivery',
  ({ recipientId }, { tenantId }) =>
    tenancy.run(tenantId, () =>
      sealExchangeReceipt.enqueue(
        { recipientId },
        { dedupeKey: `exchange.receipt_of_delivery:${recipientId}` }
      )
    ),
  {
    title: 'Demander le récépissé d’une remise',
    onGiveUp: { nobodyNeeds: 'the journal has the delivery, and the operator runs it again' },
  }
)

filesLaid.subscribe(
  'exchange.after_laying',
  ({ exchangeId, recipientId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const exchange = await Exchange.get(exchangeId)
      const tenant = await tenants.current()
      await tasks.open({
        key: `exchange.laid:${exchangeId}`,
        capability: 'exchange',
        title: `Prendre les fichiers déposés pour « ${exchange.title} »`,
        url: here('exchange.exchanges.show', { tenant, id: exchangeId }),
        subjectId: exchangeId,
        ...(exchange.createdBy ? { personId: exchange.createdBy } : { role: 'agent' }),
      })
      // A key of its own: the receipt of the delivery may be on its way, without what was laid since
      await sealExchangeReceipt.enqueue(
        { recipientId },
        { dedupeKey: `exchange.receipt_of_laying:${recipientId}` }
      )
    }),
  {
    title: 'Dire à l’agent que des fichiers sont déposés',
    onGiveUp: { nobodyNeeds: 'the page of the exchange shows the files' },
  }
)
