import { test } from '@japa/runner'
import { appUrl } from '#config/app'
import { allRooms } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { faultsIn } from '#app/webhooks/rules/data_shape'
import { placeApart } from '#tests/world/journals'

/** Facts as the rooms tell them inside, with texts that must not leave. */
const origin = { capability: 'mairie', id: uuidv7() }
const at = new Date().toISOString()
const SECRET = 'Blâme de Jean Le Bihan'
const FACTS: Record<string, object> = {
  'actes.acte_acknowledged': { acteId: uuidv7(), withoutMark: true },
  'actes.acte_rejected': { acteId: uuidv7() },
  'actes.acte_stamped': { acteId: uuidv7() },
  'parapheur.folder_signed': {
    ...{ folderId: uuidv7(), origin, documentIds: [uuidv7()], at },
    signedBy: uuidv7(),
  },
  'parapheur.folder_refused': {
    folderId: uuidv7(),
    origin,
    at,
    reason: SECRET,
    refusedBy: uuidv7(),
  },
  'archiving.archive_accepted': { depositId: uuidv7(), origin, receiptDocumentId: uuidv7(), at },
  'archiving.archive_rejected': {
    ...{ depositId: uuidv7(), origin, receiptDocumentId: uuidv7(), at },
    reason: SECRET,
  },
  'territory.project_moved': { projectId: uuidv7() },
  'territory.evaluation_frozen': { evaluationId: uuidv7(), projectId: uuidv7() },
  'territory.evaluation_published': { evaluationId: uuidv7(), projectId: uuidv7() },
  'consultation.published': { consultationId: uuidv7() },
  'consultation.changed': { consultationId: uuidv7(), changeId: uuidv7() },
  'consultation.closed': { consultationId: uuidv7() },
  'pli.received': { consultationId: uuidv7(), pliId: uuidv7() },
  'question.asked': { consultationId: uuidv7(), questionId: uuidv7() },
  'question.answered': { consultationId: uuidv7(), questionId: uuidv7() },
  'award.notified': { consultationId: uuidv7() },
  'decp.published': { consultationId: uuidv7() },
  'invoicing.invoice_paid': { invoiceId: uuidv7() },
  'exchange.exchange_opened': { exchangeId: uuidv7() },
  'exchange.files_delivered': { exchangeId: uuidv7(), recipientId: uuidv7() },
  'exchange.files_laid': { exchangeId: uuidv7(), recipientId: uuidv7() },
}

test.group('What a room tells outside', () => {
  test('is what it declared, of whom nobody is named', async ({ assert }) => {
    const offers = allRooms().flatMap((room) => room.offers ?? [])
    assert.sameMembers(
      offers.map(({ type }) => type),
      Object.keys(FACTS)
    )
    const tenantId = await placeApart()
    await tenancy.run(tenantId, async () => {
      const tenant = await tenants.current()
      for (const one of offers) {
        const fact = FACTS[one.type] as Record<string, string>
        const data = (await one.tell({ ...fact, eventId: uuidv7() }, tenant))!
        assert.deepEqual(faultsIn(data, one.data, appUrl), [], one.type)
        const said = JSON.stringify(data)
        for (const secret of [SECRET, fact.signedBy, fact.refusedBy].filter(Boolean))
          assert.notInclude(said, secret, one.type)
      }
    })
  })
})
