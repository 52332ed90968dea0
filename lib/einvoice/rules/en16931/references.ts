import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, each, only, whole, type Rule } from '../rule.js'
import { isSaid, inOrder } from './periods.js'

const attached = (invoice: Invoice) =>
  invoice
    .named(
      invoice.syntax === 'CII' ? 'AdditionalReferencedDocument' : 'AdditionalDocumentReference'
    )
    .map((node) => ({ node, text: node.text }))

const preceding = (invoice: Invoice) =>
  (invoice.syntax === 'CII'
    ? invoice.all('BG-3').map(({ node }) => node)
    : invoice.named('BillingReference')
  ).map((node) => ({ node, text: '' }))

const isCredit = (text: string) => ['30', '58'].includes(text.trim())

/** What an invoice refers to, when it is owed, and how it is paid. */
export const REFERENCES: Rule[] = [
  at(
    attached,
    'BR-52',
    'BT-122',
    'Donnez une référence à la pièce jointe (BT-122).',
    ({ node }, { syntax }) =>
      Boolean(path(syntax === 'CII' ? 'IssuerAssignedID' : 'ID')(node)[0]?.text.trim())
  ),
  at(
    preceding,
    'BR-55',
    'BT-25',
    'Donnez le numéro de la facture antérieure (BT-25).',
    ({ node }, { syntax }) =>
      syntax === 'CII'
        ? Boolean(path('IssuerAssignedID')(node)[0]?.text.trim())
        : path('InvoiceDocumentReference/ID')(node).length > 0
  ),
  each('BG-16')(
    'BR-49',
    'BT-81',
    'Indiquez le moyen de paiement (BT-81), par exemple 30 pour un virement.',
    (group) => group.has('BT-81')
  ),
  each('BG-16')(
    'BR-50',
    'BT-84',
    'Donnez le compte à créditer (BT-84) : un virement en demande un.',
    (group) =>
      !isCredit(group.text('BT-81') ?? '') ||
      group.all('BG-17').every((one) => one.found('BT-84').some(({ text }) => text.trim() !== ''))
  ),
  each('BG-16')(
    'BR-61',
    'BT-84',
    'Donnez le compte à créditer (BT-84) : un virement en demande un.',
    (group, invoice) => {
      if (!isCredit(group.text('BT-81') ?? '')) return true
      const accounts = group.all('BG-17')
      return invoice.syntax === 'CII'
        ? accounts.every((one) => one.has('BT-84'))
        : accounts.some((one) => one.has('BT-84'))
    }
  ),
  ...only('CII', [
    each('BG-16', 'BG-18')(
      'BR-51',
      'BT-87',
      'N’écrivez que les derniers chiffres de la carte (BT-87), dix signes au plus.',
      (group) => group.word('BT-87').length <= 10
    ),
  ]),
  each('BG-14')(
    'BR-CO-19',
    'BG-14',
    'Donnez à la période facturée un début (BT-73) ou une fin (BT-74).',
    (group) => isSaid(group, 'BT-73') || isSaid(group, 'BT-74') || group.has('BT-8')
  ),
  each('BG-14')(
    'BR-29',
    'BT-74',
    'Finissez la période facturée (BT-74) après son début (BT-73).',
    (group, invoice) => inOrder(group, 'BT-73', 'BT-74', invoice)
  ),
  each('BG-25', 'BG-26')(
    'BR-CO-20',
    'BG-26',
    'Donnez à la période de la ligne un début (BT-134) ou une fin (BT-135).',
    (group) => isSaid(group, 'BT-134') || isSaid(group, 'BT-135')
  ),
  each('BG-25', 'BG-26')(
    'BR-30',
    'BT-135',
    'Finissez la période de la ligne (BT-135) après son début (BT-134).',
    (group, invoice) => inOrder(group, 'BT-134', 'BT-135', invoice)
  ),
  ...only('UBL', [
    whole(
      'BR-CO-03',
      'BT-7',
      'Gardez la date d’exigibilité de la TVA (BT-7) ou son code (BT-8), pas les deux.',
      (invoice) => !(invoice.has('BT-7') && invoice.has('BT-8'))
    ),
  ]),
]
