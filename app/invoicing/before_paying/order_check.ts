import { tenancy } from '#kernel/tenancy'
import { Decimal } from '#lib/values'
import type Invoice from '../models/invoice.js'
import PurchaseOrder from '../models/purchase_order.js'
import { amountWords } from '../readable/words.js'
import { adviceOf, type Advice } from '../rules/order_advice.js'

/** What all invoices of a number come to: the refused, the doubled and what only prepares another are not owed, a credit note is given back. */
export const INVOICED_SQL = `coalesce(sum(case when billed.type = 'AVOIR'
  then -abs(billed.amount_gross) else billed.amount_gross end), 0)`
export const OWED_SQL = `billed.state <> 'refused' and billed.duplicate_of is null
  and billed.is_payable`

/** What the orders of the member say of an invoice; null for nothing to say, or where nothing is paid. */
export async function orderCheck(invoice: Invoice) {
  if (!invoice.engagement || !invoice.isPayable) return null
  const order = await PurchaseOrder.query().where('number', invoice.engagement).first()
  const hasOrders = order !== null || (await PurchaseOrder.query().first()) !== null
  const others = await othersOf(invoice)
  const advice = adviceOf({
    engagement: invoice.engagement,
    hasOrders,
    order: order && factsOf(order),
    supplierSiren: invoice.supplierSiren,
    amount: signedAmount(invoice),
    others,
  })
  return advice && wordsOf(advice, invoice, order, others)
}

const factsOf = ({ supplierSiren, supplierName, amountGross }: PurchaseOrder) => ({
  supplierSiren,
  supplierName,
  amountGross: Decimal.parse(amountGross),
})

/** A credit note takes from what was billed, however its amount is signed. */
function signedAmount({ type, amountGross }: Invoice): Decimal {
  const amount = Decimal.parse(amountGross)
  return type === 'AVOIR' ? Decimal.ZERO.minus(amount.absolute()) : amount
}

async function othersOf({ id, engagement }: Invoice): Promise<Decimal> {
  const { trx, tenantId } = tenancy.current()!
  const [{ sum }] = await trx
    .from('invoicing.invoices as billed')
    .where({ 'billed.tenant_id': tenantId, 'billed.engagement': engagement })
    .whereNot('billed.id', id)
    .whereRaw(OWED_SQL)
    .select(trx.raw(`${INVOICED_SQL}::text as sum`))
  return Decimal.parse(sum)
}

function wordsOf(
  { kind, meaning }: Advice,
  invoice: Invoice,
  order: PurchaseOrder | null,
  others: Decimal
) {
  const euros = (amount: Decimal) => amountWords(amount.round({ scale: 2 }).toString())
  const number = invoice.engagement!
  if (!order)
    return {
      meaning,
      title: 'Commande inconnue',
      text: `Aucune commande ne porte le numéro ${number} : demandez au fournisseur lequel est le bon, ou mettez vos commandes à jour.`,
    }
  const ordered = Decimal.parse(order.amountGross)
  const already = `${euros(ordered)} commandés, ${euros(others)} déjà facturés`
  const over = others.plus(signedAmount(invoice)).minus(ordered)
  const words: Record<Exclude<Advice['kind'], 'unknown'>, [title: string, text: string]> = {
    other_supplier: [
      'Commande d’un autre fournisseur',
      `La commande ${number} est à ${order.supplierName}, et non à ${invoice.supplierName}.`,
    ],
    exhausted: ['Commande épuisée', `${already} : il n’en reste rien pour cette facture.`],
    over: ['Commande dépassée', `${already} : cette facture la dépasse de ${euros(over)}.`],
    within: ['Commande suivie', `${already} : cette facture y tient.`],
  }
  const [title, text] = words[kind as Exclude<Advice['kind'], 'unknown'>]
  return { meaning, title, text }
}
