import { siren } from '#lib/french/french'
import type Invoice from '../models/invoice.js'
import { amountWords } from '../readable/words.js'
import { FRAMES, validatedBy } from '../rules/frames.js'
import { shownDay } from '../readable/shown_day.js'

/** An invoice of one supplier is what one expects: nothing is said of it. */
const frameShown = ({ frame }: Invoice) => (frame === 'A1' ? null : frame)

/** What is known of an invoice beside its file, by name. */
export function factsOf(invoice: Invoice, base: string) {
  const frame = frameShown(invoice)
  return [
    {
      name: 'Fournisseur',
      value: invoice.supplierName,
      hint: `SIRET ${siren(invoice.supplierSiret)}`,
    },
    { name: 'Numéro', value: invoice.number, mono: true },
    { name: 'Datée du', value: shownDay(invoice.issuedDay) },
    { name: 'Hors taxe', value: amountWords(invoice.amountNet, invoice.currency) },
    { name: 'Toutes taxes', value: amountWords(invoice.amountGross, invoice.currency) },
    { name: 'À payer', value: amountWords(invoice.amountDue, invoice.currency) },
    { name: 'Engagement', value: invoice.engagement, mono: true },
    { name: 'Service', value: invoice.serviceCode, mono: true },
    {
      name: 'Cadre',
      value: frame && FRAMES[frame],
      hint: frame ? validatedBy(frame) : undefined,
    },
    { name: 'Marché', value: invoice.market, mono: true },
    { name: 'Mandat', value: invoice.mandat, mono: true },
    { name: 'Chorus Pro', value: String(invoice.chorusId), mono: true },
    invoice.duplicateOf
      ? {
          name: 'Déjà reçue',
          value: 'Voir la première',
          href: `${base}/${invoice.duplicateOf}`,
          hint: 'même SIREN, même numéro, même année',
        }
      : { name: 'Déjà reçue', value: null },
  ]
}
