import type { Group } from '#lib/einvoice/model/group'
import type { Invoice } from '#lib/einvoice/model/invoice'

/** A line of an invoice, as written. */
export interface ContentLine {
  number: string
  name: string
  quantity: string
  unit: string
  price: string
  vatRate: string
  total: string
}

/** What people read of an invoice, from its XML, as written; nothing is reckoned. */
export interface InvoiceContent {
  number: string
  issuedOn: string
  dueOn: string
  currency: string
  seller: { name: string; id: string; vat: string; address: string }
  buyer: { name: string; id: string; address: string }
  engagement: string
  /** The code of the service; absent of what was read before it was kept. */
  service?: string
  /** Cadre de facturation (BT-23), as written; absent as above. */
  frame?: string
  contract: string
  /** Of the contact of the seller; absent as above. */
  email?: string
  iban: string
  lines: ContentLine[]
  /** How many lines are not in `lines`. */
  moreLines: number
  vat: { rate: string; basis: string; amount: string }[]
  totals: { net: string; vat: string; gross: string; paid: string; due: string }
  notes: string[]
}

/** A grouped bill of energy has a hundred thousand lines; nobody reads them on a page. */
export const MOST_LINES = 500
const MOST_NOTES = 20
/** Notes for programs: the treatment of the invoice, and that its buyer is public. */
const CODED_NOTES = ['BAR', 'ADN']

/** What people read of an invoice of CII or UBL. */
export function contentOf(invoice: Invoice): InvoiceContent {
  const [seller, buyer, totals] = ['BG-4', 'BG-7', 'BG-22'].map((name) => invoice.first(name))
  const lines = invoice.all('BG-25')
  return {
    number: invoice.word('BT-1'),
    issuedOn: dayOf(invoice.word('BT-2')),
    dueOn: dayOf(invoice.word('BT-9')),
    currency: invoice.word('BT-5'),
    seller: {
      name: word(seller, 'BT-27'),
      id: word(seller, 'BT-29') || word(seller, 'BT-30'),
      vat: word(seller, 'BT-31'),
      address: addressIn(seller?.first('BG-5'), ['BT-35', 'BT-36', 'BT-38', 'BT-37', 'BT-40']),
    },
    buyer: {
      name: word(buyer, 'BT-44'),
      id: schemed(buyer, 'BT-46', '0009') || word(buyer, 'BT-46') || word(buyer, 'BT-47'),
      address: addressIn(buyer?.first('BG-8'), ['BT-50', 'BT-51', 'BT-53', 'BT-52', 'BT-55']),
    },
    engagement: invoice.word('BT-13'),
    service: serviceIn(invoice, buyer),
    email: word(seller?.first('BG-6'), 'BT-43'),
    frame: invoice.word('BT-23'),
    contract: invoice.word('BT-12'),
    iban: invoice.every('BG-16', 'BG-17').map((one) => one.word('BT-84'))[0] ?? '',
    lines: lines.slice(0, MOST_LINES).map(lineOf),
    moreLines: Math.max(0, lines.length - MOST_LINES),
    vat: invoice.all('BG-23').map((one) => ({
      rate: one.word('BT-119'),
      basis: one.word('BT-116'),
      amount: one.word('BT-117'),
    })),
    totals: {
      net: word(totals, 'BT-109'),
      vat: word(totals, 'BT-110') || invoice.word('BT-110'),
      gross: word(totals, 'BT-112'),
      paid: word(totals, 'BT-113'),
      due: word(totals, 'BT-115'),
    },
    notes: invoice
      .all('BG-1')
      .filter((note) => !CODED_NOTES.includes(note.word('BT-21')))
      .slice(0, MOST_NOTES)
      .map((note) => note.word('BT-22'))
      .filter(Boolean),
  }
}

/** An identifier that is given under a scheme. */
const schemed = (group: Group | undefined, term: string, scheme: string): string =>
  group
    ?.found(term)
    .find(({ node }) => node.attributes.schemeID === scheme)
    ?.text.trim() ?? ''

/** The code of routing (0224); older readers look for it in the reference of the buyer. */
const serviceIn = (invoice: Invoice, buyer: Group | undefined): string =>
  schemed(buyer, 'BT-46', '0224') || invoice.word('BT-10')

const word = (group: Group | undefined, term: string) => group?.word(term) ?? ''

const addressIn = (place: Group | undefined, terms: string[]) =>
  terms
    .map((term) => word(place, term))
    .filter(Boolean)
    .join(' ')

function lineOf(line: Group): ContentLine {
  const item = line.first('BG-31')
  const vat = line.first('BG-30')
  return {
    number: line.word('BT-126'),
    name: word(item, 'BT-153'),
    quantity: line.word('BT-129'),
    unit: line.word('BT-130'),
    price: line.word('BT-146'),
    vatRate: word(vat, 'BT-152'),
    total: line.word('BT-131'),
  }
}

/** CII writes `20261002`, UBL `2026-10-02`. */
const dayOf = (text: string) =>
  /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : text
