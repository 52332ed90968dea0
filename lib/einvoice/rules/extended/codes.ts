import { PROPERTY_TYPES } from '../../codes/items.js'
import { ALLOWANCE_REASONS, CHARGE_REASONS, TAX_CHARGES } from '../../codes/payment.js'
import { MEDIA_TYPES } from '../../codes/documents.js'
import { normal, path } from '../../model/path.js'
import { at, type Rule } from '../rule.js'
import type { Names } from './names.js'
import { onLines } from './on_lines.js'
import { terms, media, reasons, properties } from './code_places.js'

const INCOTERMS = '1 2 CFR CIF CIP CPT DAP DDP DPU EXW FAS FCA FOB'.split(' ')

/** What the French extension alone has: codes that it adds, and the status of lines. */
export const frenchOf = (names: Names): Rule[] => [
  ...properties(names),
  onLines(
    names.tree('05'),
    'EXT-FR-FE-163',
    'Dites de la ligne qu’elle est GROUP, DETAIL ou INFORMATION.',
    'all',
    (line, tree) => {
      const status = tree.statusOf(line)
      return (
        status === null ||
        (status === '' && line.all('EXT-FR-FE-BG-06').length > 0) ||
        ['DETAIL', 'GROUP', 'INFORMATION'].includes(normal(status))
      )
    }
  ),
  at(
    reasons,
    'BR-FREXT-CL-20',
    'BT-105',
    'Prenez le motif de la majoration (BT-105) dans UNTDID 7161.',
    ({ node, text }) =>
      (node.attributes.listID ?? '7161') !== '7161' || CHARGE_REASONS.has(normal(text))
  ),
  at(
    reasons,
    'BR-FREXT-CL-20-TAX',
    'BT-105',
    'Prenez la taxe majorée (BT-105) dans UNTDID 5153.',
    ({ node, text }) => node.attributes.listID !== '5153' || TAX_CHARGES.has(normal(text))
  ),
  at(
    reasons,
    'BR-FREXT-CL-20-LISTID',
    'BT-105',
    'Dites que le motif vient de la liste 7161 ou de la liste 5153.',
    ({ node }) => ['', '7161', '5153'].includes(normal(node.attributes.listID ?? ''))
  ),
  at(
    media,
    'BR-FREXT-CL-24',
    'BT-125-1',
    'Joignez un PDF, une image PNG ou JPEG, un CSV, un tableur ou un XML.',
    ({ text }) => MEDIA_TYPES.has(text) || ['application/xml', 'text/xml'].includes(text)
  ),
  at(
    terms,
    'BR-FREXT-CL-27',
    'EXT-FR-FE-BG-08',
    `Prenez l’un de ces incoterms : ${INCOTERMS.join(', ')}.`,
    ({ text }) => INCOTERMS.includes(normal(text))
  ),
  {
    ...at(
      (invoice) =>
        invoice.every('BG-25', 'BG-31', 'BG-32').flatMap((one) => one.found('EXT-FR-FE-159')),
      'BR-FREXT-04',
      'EXT-FR-FE-159',
      'Prenez le code de l’attribut dans UNTDID 6313.',
      ({ text }) => PROPERTY_TYPES.has(normal(text))
    ),
    only: 'UBL',
  },
  {
    ...at(
      (invoice) =>
        invoice
          .named('GrossPriceProductTradePrice')
          .flatMap((node) =>
            path('AppliedTradeAllowanceCharge[ChargeIndicator/Indicator=false]/ReasonCode')(node)
          ),
      'BR-FREXT-CL-19-GP',
      'BT-147',
      'Prenez le motif de la remise sur le prix dans UNTDID 5189.',
      ({ text }) => ALLOWANCE_REASONS.has(normal(text))
    ),
    only: 'CII',
  },
]
