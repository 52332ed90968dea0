import type { Invoice } from '../../model/invoice.js'
import { only, whole, type Rule } from '../rule.js'
import { ADVANCES, BILLING_MODES, CORRECTIVE, CREDIT_NOTES, PAID_MODES } from './formats.js'
import { numbers, dates, types } from './numbers_and_dates.js'
import { isOf } from './terms.js'
import { hasReferences } from './references.js'

const isCredit = ({ syntax, node }: Invoice) => syntax === 'CII' || node.name === 'CreditNote'

const total = (invoice: Invoice, term: string) =>
  Number(invoice.first('BG-22')?.text(term) ?? Number.NaN)

/** What ties the number, the type, the mode of billing and the dates. */
export const DOCUMENT: Rule[] = [
  ...numbers,
  ...dates,
  ...types,
  whole(
    'BR-FR-08_BT-23',
    'BT-23',
    `Indiquez le cadre de facturation (BT-23) : ${BILLING_MODES.join(', ')}.`,
    (invoice) =>
      isOf(invoice, 'BT-23', BILLING_MODES) ||
      (invoice.syntax === 'CII' && invoice.named('ExchangedDocumentContext').length === 0)
  ),
  whole(
    'BR-FR-CO-03_BT-3',
    'BT-12',
    'Donnez à cet avoir de remise globale (262) son contrat (BT-12) et sa période (BT-73, BT-74).',
    (invoice) => {
      if (!isCredit(invoice) || !isOf(invoice, 'BT-3', ['262'])) return true
      const period = invoice.first('BG-14')
      return Boolean(invoice.text('BT-12') && period?.text('BT-73') && period.text('BT-74'))
    }
  ),
  ...(['CII', 'UBL'] as const).flatMap((syntax) =>
    only(syntax, [
      whole(
        syntax === 'CII' ? 'BR-FR-CO-04_BT-4' : 'BR-FR-CO-04_BT-3',
        'BG-3',
        'Une facture rectificative nomme une facture antérieure (BG-3), et une seule.',
        (invoice) =>
          invoice.node.name === 'CreditNote' ||
          !isOf(invoice, 'BT-3', CORRECTIVE) ||
          invoice.all('BG-3').length === 1
      ),
    ])
  ),
  whole(
    'BR-FR-CO-05_BT-3',
    'BG-3',
    'Un avoir nomme la facture qu’il corrige (BT-25) et sa date (BT-26), en tête ou à chaque ligne.',
    (invoice) =>
      !isCredit(invoice) || !isOf(invoice, 'BT-3', CREDIT_NOTES) || hasReferences(invoice)
  ),
  whole(
    'BR-FR-CO-07_BT-9',
    'BT-9',
    'Donnez une échéance (BT-9) le jour de la facture (BT-2) ou après.',
    (invoice) => {
      const [due, issued] = [invoice.text('BT-9'), invoice.text('BT-2')]
      if (!due || isOf(invoice, 'BT-3', ADVANCES) || isOf(invoice, 'BT-23', PAID_MODES)) return true
      return invoice.syntax === 'CII'
        ? issued !== null && due >= issued
        : issued === null || due >= issued
    }
  ),
  whole(
    'BR-FR-CO-08_BT-23',
    'BT-23',
    'Une facture définitive après acompte (B4, S4, M4) n’est pas elle-même un acompte : changez BT-3 ou BT-23.',
    (invoice) => !isOf(invoice, 'BT-23', ['B4', 'S4', 'M4']) || !isOf(invoice, 'BT-3', ADVANCES)
  ),
  whole(
    'BR-FR-CO-09_BT-23-1',
    'BT-113',
    'Une facture déjà payée (B2, S2, M2) dit payé (BT-113) le total TTC (BT-112).',
    (invoice) =>
      !isOf(invoice, 'BT-23', PAID_MODES) || total(invoice, 'BT-113') === total(invoice, 'BT-112')
  ),
  whole(
    'BR-FR-CO-09_BT-23-2',
    'BT-115',
    'Une facture déjà payée (B2, S2, M2) a 0 à payer (BT-115).',
    (invoice) => !isOf(invoice, 'BT-23', PAID_MODES) || total(invoice, 'BT-115') === 0
  ),
  whole(
    'BR-FR-CO-09_BT-23-3',
    'BT-9',
    'Une facture déjà payée (B2, S2, M2) donne la date du paiement comme échéance (BT-9).',
    (invoice) =>
      !isOf(invoice, 'BT-23', PAID_MODES) ||
      Boolean(invoice.text('BT-9') ?? invoice.text('BT-9-means'))
  ),
  whole(
    'BR-FR-CO-12_BT-5',
    'BT-6',
    'Une facture en devise donne la TVA en euros : BT-6 vaut EUR, et BT-111 en dit le montant.',
    (invoice) => {
      const isForeign = invoice.texts('BT-5').some((currency) => currency !== 'EUR')
      const groups = invoice.syntax === 'CII' ? invoice.all('BG-22') : [invoice]
      const inEuros = groups
        .flatMap((group) => group.found('BT-110'))
        .filter(({ node }) => node.attributes.currencyID === 'EUR')
      return !isForeign || (isOf(invoice, 'BT-6', ['EUR']) && Boolean(inEuros[0]?.text))
    }
  ),
]
