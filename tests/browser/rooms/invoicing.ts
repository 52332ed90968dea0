import { provisionParapheur } from '#rooms/parapheur'
import { person as personActor, SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { Decimal, LocalDate } from '#lib/values'
import { followUrl } from '#app/invoicing/follow_link'
import type { KnownFlow } from '#app/invoicing/gateways/platform'
import Flow from '#app/invoicing/models/flow'
import PurchaseOrder from '#app/invoicing/models/purchase_order'
import { halfYears, sayRate } from '#app/invoicing/operator/ecb_rates'
import { requestService } from '#app/invoicing/service/request'
import { someInvoice } from '#tests/invoicing/some_invoice'
import { person, place } from '#tests/world/world'
import commune from '../../../tenants/blueprints/commune.js'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  'invoicing.lists.file',
  'invoicing.orders.file',
  'invoicing.flows.file',
  // It says what was done once: tests/invoicing/listing_invoices
  'invoicing.lists.show',
  'invoicing.delays.show',
  'invoicing.documents.show',
]

const REFUSED_FLOW: KnownFlow = {
  flowId: '01930000-0000-7000-8000-00000000f10e',
  name: 'facture-a-un-client.pdf',
  flowSyntax: 'Factur-X',
  flowType: 'CustomerInvoice',
  flowDirection: 'Out',
  submittedAt: '2026-11-20T08:00:00Z',
  updatedAt: '2026-11-20T08:01:00Z',
  acknowledgement: {
    status: 'Error',
    details: [{ reasonCode: 'InvalidSchema', reasonMessage: 'cvc-complex-type' }],
  },
}

/** The tray, an invoice to certify, one whose file breaks rules, one in signature, one to order. */
export default async function invoicingPages(): Promise<VisitedPage[]> {
  const { id: tenantId } = await place('kervalan')
  const as = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const operator = await person('Ronan Le Bihan', {})
  await operator.merge({ isOperator: true }).save()
  await sayRate(halfYears()[0], Decimal.parse('2.150'), operator.id)
  const made = await tenancy.run(tenantId, async () => {
    await provisionParapheur(commune.parapheur)
    const fresh = await someInvoice()
    const content = { ...fresh.content!, iban: 'FR7630006000011234567890189' }
    await fresh.merge({ content, frame: 'A9' }).save()
    const wrong = await someInvoice({ xml: (text) => text.replaceAll('31.90', '30.90') })
    const signing = await someInvoice()
    await requestService(signing, LocalDate.parse('2026-11-21'), personActor(as.id))
    const works = await someInvoice()
    const market = { market: '2026-VOIRIE-04', supplierSiren: works.supplierSiren }
    const state = { worksPiece: 'ETAT_ACOMPTE_VALIDE', isPayable: true } as const
    await (await someInvoice()).merge({ ...market, ...state }).save()
    await works
      .merge({ ...market, worksPiece: 'PROJET_DECOMPTE_FINAL', isPayable: false, dueOn: null })
      .save()
    const paid = await someInvoice()
    const paidOn = paid.availableOn!.plus({ days: 9 })
    await paid.merge({ state: 'paid', paidOn, serviceCode: 'TECHNIQUE' }).save()
    const certified = await someInvoice()
    await certified.step('certify', SYSTEM)
    await PurchaseOrder.take([
      {
        number: fresh.engagement!,
        supplierSiren: fresh.supplierSiren,
        supplierName: fresh.supplierName,
        label: 'Pain de la cantine',
        amountGross: Decimal.parse('1000'),
      },
    ])
    await Flow.note(REFUSED_FLOW)
    return { fresh, wrong, signing, certified, works }
  })
  const base = '/c/kervalan/factures'
  const kervalan = (await tenants.bySlug('kervalan'))!
  const { pathname } = new URL(followUrl(kervalan, made.fresh.id))
  return [
    { name: 'invoicing-tray', path: base, as },
    { name: 'invoicing-none', path: `${base}?q=introuvable`, as },
    { name: 'invoicing-invoice', path: `${base}/${made.fresh.id}`, as },
    { name: 'invoicing-wrong', path: `${base}/${made.wrong.id}`, as },
    { name: 'invoicing-signing', path: `${base}/${made.signing.id}`, as },
    { name: 'invoicing-to-order', path: `${base}/${made.certified.id}`, as },
    { name: 'invoicing-works', path: `${base}/${made.works.id}`, as },
    { name: 'invoicing-orders', path: `${base}/commandes`, as },
    { name: 'invoicing-delays', path: `${base}/delais`, as },
    { name: 'invoicing-flows', path: `${base}/flux`, as },
    { name: 'invoicing-follow', path: pathname },
    { name: 'invoicing-check', path: '/factures/verifier' },
    { name: 'console-invoicing', path: '/exploitation/factures', as: operator },
  ]
}
