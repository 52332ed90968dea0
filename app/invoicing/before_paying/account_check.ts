import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { people } from '#kernel/people'
import { AccountNotToConfirm, SamePersonConfirms } from '../errors.js'
import { askToConfirmAccount, closeConfirming } from '../invoice_tasks.js'
import type Invoice from '../models/invoice.js'
import SupplierAccount from '../models/supplier_account.js'

/** The account that an invoice asks to be paid on, without its spaces; null when it names none. */
export const accountOf = ({ content }: Invoice): string | null =>
  content?.iban.replaceAll(/\s/g, '').toUpperCase() || null

/** Whether the account of an invoice may be paid: it names none, or two people said that it is right. */
export async function isAccountSure(invoice: Invoice): Promise<boolean> {
  return accountOf(invoice) === null || ((await known(invoice))?.isConfirmed ?? false)
}

/** What a person says of an account: the first checks it, the second confirms. */
export type AccountStep = 'checked' | 'confirmed'

/**
 * Says that the account is this supplier’s: the first person checks it with her, the second confirms;
 * on an invoice that is held; `seen` is the step that the page offered. @throws E_INVOICING_NO_ACCOUNT_TO_CONFIRM, E_INVOICING_SAME_PERSON
 */
export async function sayAccountIsHers(
  invoice: Invoice,
  by: Actor,
  seen: unknown
): Promise<AccountStep> {
  const iban = accountOf(invoice)
  const account = await known(invoice, true)
  const step = account ? 'confirmed' : 'checked'
  if (!iban || account?.isConfirmed || seen !== step) throw new AccountNotToConfirm()
  if (account?.checkedBy === by.id) throw new SamePersonConfirms()
  if (account) {
    await account.merge({ confirmedBy: by.id, confirmedAt: clock.now() }).save()
    await closeConfirming(invoice, account.id)
  } else {
    const { supplierSiren } = invoice
    const said = { supplierSiren, iban, checkedBy: by.id, checkedAt: clock.now() }
    await askToConfirmAccount(invoice, (await SupplierAccount.create(said)).id)
  }
  await journal.append({
    type: `invoicing.invoice_account_${step}`,
    subject: invoice.ref,
    actor: by,
  })
  return step
}

async function known(invoice: Invoice, isHeld = false): Promise<SupplierAccount | null> {
  const query = SupplierAccount.query()
    .where('supplierSiren', invoice.supplierSiren)
    .where('iban', accountOf(invoice) ?? '')
  return (isHeld ? query.forUpdate() : query).first()
}

/**
 * What the page of an invoice says of its account, and what the reader may do (`null` for who may not
 * write); null when there is nothing to say.
 */
export async function accountCheck(invoice: Invoice, reader: string | null | undefined) {
  const iban = accountOf(invoice)
  if (iban === null) return null
  const account = await known(invoice)
  if (account?.isConfirmed) return null
  const others = await SupplierAccount.query()
    .where('iban', iban)
    .whereNot('supplierSiren', invoice.supplierSiren)
    .first()
  const written = iban.replaceAll(/(.{4})(?=.)/g, '$1 ')
  const also = others
    ? ' Il est déjà celui d’un autre fournisseur : soyez d’autant plus prudent.'
    : ''
  if (!account)
    return {
      meaning: 'trouble' as const,
      title: 'Compte jamais vu pour ce fournisseur',
      text: `${written} : appelez le fournisseur à un numéro que vous connaissez déjà, puis dites ici que ce compte est le sien. Une autre personne le confirmera.${also}`,
      step: 'checked' as AccountStep,
      label: reader ? 'Ce compte est bien le sien' : null,
    }
  const names = await people.names([account.checkedBy])
  const who = names.get(account.checkedBy) ?? 'Une personne'
  return {
    meaning: 'waiting' as const,
    title: 'Compte à confirmer par une seconde personne',
    text: `${written} : ${who} l’a vérifié auprès du fournisseur.${also}`,
    step: 'confirmed' as AccountStep,
    label: reader && account.checkedBy !== reader ? 'Confirmer ce compte' : null,
  }
}
