import { checkFile } from '#lib/einvoice'
import { openInvoice } from '#lib/einvoice/container/open'
import { invoiceOf } from '#lib/einvoice/read'
import { readXml } from '#lib/xml/tree/reader'
import type { Deposited } from './facts.js'

type Read = Omit<Deposited, 'id' | 'flow' | 'at' | 'fileName'>

const dayOf = (text: string) =>
  /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : text
/** No supplier of the samples has its SIRET written: its SIREN is completed as a seat would be. */
const siretOf = (id: string, siren: string) =>
  /^\d{14}$/.test(id) ? id : `${(siren || id).replace(/\D/g, '').slice(0, 9).padEnd(9, '0')}00011`

/**
 * What Chorus Pro reads in a deposited file; `buyer`, when it is told, in place of the one written.
 * @throws when there is no invoice in it.
 */
export async function readFlow(bytes: Buffer, buyer?: string): Promise<Read> {
  const xml = await openInvoice(bytes)
  const invoice = xml && invoiceOf(readXml(xml))
  if (!invoice) throw new Error('Aucune facture électronique dans ce fichier.')
  const [seller, debtor, totals] = ['BG-4', 'BG-7', 'BG-22'].map((name) => invoice.first(name))
  const ids = debtor?.texts('BT-46') ?? []
  const amount = (term: string) => Number(totals?.word(term) || 0)
  return {
    buyer: buyer ?? ids.find((id) => /^\d{14}$/.test(id)) ?? '',
    service: invoice.word('BT-10') || null,
    supplier: siretOf(
      seller?.texts('BT-29').find((id) => /^\d{14}$/.test(id)) ?? '',
      seller?.word('BT-30') ?? ''
    ),
    supplierName: seller?.word('BT-27') ?? '',
    number: invoice.word('BT-1'),
    issuedOn: dayOf(invoice.word('BT-2')),
    type: invoice.word('BT-3') === '381' ? 'AVOIR' : 'FACTURE',
    net: amount('BT-109'),
    gross: amount('BT-112'),
    due: amount('BT-115'),
    currency: invoice.word('BT-5') || 'EUR',
    engagement: invoice.word('BT-13') || null,
    market: invoice.word('BT-12') || null,
  }
}

/** The rules that a flow breaks, as its report tells them; none when it is integrated. */
export async function faultsOf(bytes: Buffer): Promise<string[]> {
  const { verdict, rules } = await checkFile(bytes)
  if (verdict === 'valid') return []
  return rules
    .filter(({ severity }) => severity === 'fatal')
    .map(({ id, message }) => `${id} : ${message}`)
}
