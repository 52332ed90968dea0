import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import type Flow from './models/flow.js'
import type Invoice from './models/invoice.js'
import { generalAccountOf } from './works/general_account.js'

async function open(
  key: string,
  invoice: Invoice,
  title: string,
  dueAt = invoice.dueOn?.toJSDate()
): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: `${key}:${invoice.id}`,
    capability: 'invoicing',
    title,
    url: here('invoicing.invoices.show', { tenant, id: invoice.id }),
    role: 'agent',
    subjectId: invoice.id,
    dueAt,
  })
}

/** Somebody has to say whether the work was done. */
export const askForService = (invoice: Invoice) =>
  open('invoicing.certify', invoice, `Faire constater le service fait de « ${invoice.title} »`)

/** Nobody certifies: the invoice comes back with the reason. */
export const askWhatNext = (invoice: Invoice) =>
  open('invoicing.certify', invoice, `Reprendre « ${invoice.title} » : le service n’est pas fait`)

/** The work was done: it has to be ordered. */
export const askForMandat = (invoice: Invoice) =>
  open('invoicing.order', invoice, `Mandater « ${invoice.title} »`)

/** The general account of a works contract has its own day; nothing is asked of the other pieces. */
export async function askForAccount(invoice: Invoice): Promise<void> {
  const deadline = await generalAccountOf(invoice)
  if (deadline?.by !== 'buyer') return
  const dueAt = new Date(deadline.on.toString())
  await open(
    'invoicing.account_of_works',
    invoice,
    `${deadline.what} : « ${invoice.title} »`,
    dueAt
  )
}

/** What answers it is there. */
export const closeAccount = ({ id }: Invoice) => tasks.close(`invoicing.account_of_works:${id}`)

/** One person checked the account of a supplier: another one confirms it. */
export const askToConfirmAccount = (invoice: Invoice, account: string) =>
  open(`invoicing.account:${account}`, invoice, `Confirmer le compte de « ${invoice.title} »`)

export const closeConfirming = ({ id }: Invoice, account: string) =>
  tasks.close(`invoicing.account:${account}:${id}`)

/** Something of ours, or of Chorus Pro, holds it up. */
export const askToResume = (invoice: Invoice) =>
  open('invoicing.trouble', invoice, `Reprendre « ${invoice.title} », restée en chemin`)

export const closeTrouble = ({ id }: Invoice) => tasks.close(`invoicing.trouble:${id}`)

/** The approved platform refuses what was sent: it has to be mended, and sent anew. */
export async function askToSendAnew({ id, name }: Flow): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: `invoicing.flow:${id}`,
    capability: 'invoicing',
    title: `Corriger et renvoyer « ${name} », que la plateforme agréée refuse`,
    url: here('invoicing.flows.index', { tenant }),
    role: 'agent',
  })
}

export const closeSending = ({ id }: Flow) => tasks.close(`invoicing.flow:${id}`)
