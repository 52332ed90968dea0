import type { Group } from '#lib/einvoice/model/group'
import type { Invoice } from '#lib/einvoice/model/invoice'
import { MOST_LINES, type InvoiceContent } from './content.js'

/** What people read of a pivot of Chorus Pro: its first invoice; null when it holds none. */
export function contentOfPivot(pivot: Invoice): InvoiceContent | null {
  const [one] = pivot.every('BG-PIVOT')
  if (!one) return null
  const word = (term: string) => one.word(term)
  const lines = one.all('BG-25')
  return {
    number: word('BT-1'),
    issuedOn: word('BT-2').slice(0, 10),
    dueOn: '',
    currency: word('BT-5'),
    seller: { name: word('BT-27'), id: word('BT-29'), vat: '', address: '' },
    buyer: { name: word('BT-44'), id: word('BT-46'), address: '' },
    engagement: word('BT-13'),
    service: word('BT-46-service'),
    frame: word('BT-23'),
    contract: word('BT-12'),
    iban: word('BT-84'),
    lines: lines.slice(0, MOST_LINES).map(lineOf),
    moreLines: Math.max(0, lines.length - MOST_LINES),
    vat: one.all('BG-23').map((vat) => ({
      rate: vat.word('BT-119'),
      basis: vat.word('BT-116'),
      amount: vat.word('BT-117'),
    })),
    totals: {
      net: word('BT-109'),
      vat: '',
      gross: word('BT-112'),
      paid: '',
      due: word('BT-115') || word('BT-112'),
    },
    notes: [],
  }
}

const lineOf = (line: Group) => ({
  // An attribute, and so no term of the vocabulary
  number: line.node.attributes.NumOrdre ?? '',
  // The pivot names no product: its reference is all that there is
  name: line.word('BT-155'),
  quantity: line.word('BT-129'),
  unit: '',
  price: line.word('BT-146'),
  vatRate: line.word('BT-152'),
  total: line.word('BT-131'),
})
