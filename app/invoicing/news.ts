import type { News, Told } from '#web/news'
import Invoice from './models/invoice.js'

const CHORUS = 'Chorus Pro'

/** What people are told; the signature is told by the parapheur, the deposit by the archives. */
const WORDS: Record<string, { did: string; who?: string }> = {
  'invoicing.invoice_received': { who: CHORUS, did: 'facture reçue' },
  'invoicing.invoice_service_requested': { did: 'service fait demandé' },
  'invoicing.invoice_certify': { did: 'service fait constaté' },
  'invoicing.invoice_order': { did: 'facture mandatée' },
  'invoicing.invoice_suspend': { did: 'facture suspendue' },
  'invoicing.invoice_complete': { who: 'Fournisseur', did: 'facture complétée' },
  'invoicing.invoice_refuse': { did: 'facture rejetée' },
  'invoicing.invoice_pay': { who: 'Comptable public', did: 'facture mise en paiement' },
}

export const news: News = {
  permission: 'invoicing.read',
  types: Object.keys(WORDS),
  async tell(entries, { tenant }) {
    const ids = [...new Set(entries.map(({ subject }) => subject.id))]
    const found = new Map((await Invoice.query().whereIn('id', ids)).map((one) => [one.id, one]))
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const invoice = found.get(subject.id)
        if (!invoice) return []
        const url = `/c/${tenant.slug}/factures/${invoice.id}`
        const { supplierName: title, number: reference } = invoice
        return [[position, { ...WORDS[type], title, reference, url }]]
      })
    )
  },
}
