import type { FolderSummary } from '#rooms/parapheur'
import type { Meaning } from '#lib/meaning'
import type { InvoiceState } from '#lib/einvoice/lifecycle'
import type Invoice from '../models/invoice.js'
import { WORKS_PIECES } from '../rules/works.js'

export interface NextStep {
  title: string
  text: string
  meaning: Meaning
  /** The small form of the step. */
  form?: 'service' | 'mandat'
  action?: string
  href?: string
  label?: string
  icon?: string
  live?: boolean
}

/** What comes next by itself, or from others than us. */
const BY_OTHERS: Partial<Record<InvoiceState, NextStep>> = {
  deposited: {
    title: 'Chorus Pro l’achemine',
    text: 'Elle est déposée, et pas encore mise à disposition : le délai ne court pas.',
    meaning: 'doing',
    live: true,
  },
  on_its_way: {
    title: 'Chorus Pro l’achemine',
    text: 'Elle n’est pas encore mise à disposition : le délai ne court pas.',
    meaning: 'doing',
    live: true,
  },
  to_recycle: {
    title: 'Le fournisseur doit l’adresser de nouveau',
    text: 'Elle était adressée au mauvais service ; elle reviendra, ou arrivera ailleurs.',
    meaning: 'plain',
  },
  suspended: {
    title: 'Le fournisseur doit la compléter',
    text: 'Le délai est interrompu jusque-là.',
    meaning: 'waiting',
  },
  ordered: {
    title: 'Le comptable public la prend en charge',
    text: 'Le mandat est parti ; Chorus Pro dira quand elle est mise en paiement.',
    meaning: 'doing',
    live: true,
  },
  with_accountant: {
    title: 'Le comptable public la paie',
    text: 'Chorus Pro dira quand elle est mise en paiement.',
    meaning: 'doing',
    live: true,
  },
  accounted: {
    title: 'Le comptable public la paie',
    text: 'Elle est comptabilisée ; Chorus Pro dira quand elle est mise en paiement.',
    meaning: 'doing',
    live: true,
  },
  refused: {
    title: 'Rejetée',
    text: 'Le fournisseur doit en émettre une autre.',
    meaning: 'plain',
  },
}

/** What comes next for an invoice, for somebody who may write or only read. */
export function nextStepOf(
  invoice: Invoice,
  around: {
    here: string
    base: string
    mayWrite: boolean
    folder: FolderSummary | null
    deposit: string | null
  }
): NextStep {
  const step = stepOf(invoice, around)
  if (around.mayWrite) return step
  return { ...step, form: undefined, action: undefined }
}

function stepOf(
  invoice: Invoice,
  { here, folder, deposit }: Parameters<typeof nextStepOf>[1]
): NextStep {
  const { state, trouble } = invoice
  if (trouble)
    return {
      title: 'La suite n’a pas pu être faite',
      text: trouble,
      meaning: 'trouble',
      action: `${here}/reprise`,
      label: 'Reprendre',
      icon: 'rotate-cw',
    }
  if (state === 'paid')
    return {
      title: invoice.archivedAt ? 'Payée et archivée' : 'Payée : elle part aux archives',
      text: 'Ce qui a été reçu, signé et dit est gardé dix ans, avec sa preuve.',
      meaning: invoice.archivedAt ? 'done' : 'doing',
      ...(deposit && { href: deposit, label: 'Voir le versement', icon: 'archive' }),
      live: !invoice.archivedAt,
    }
  if (BY_OTHERS[state]) return BY_OTHERS[state]
  if (invoice.worksPiece && WORKS_PIECES[invoice.worksPiece].next !== null)
    return {
      title: 'Cette pièce ne se paie pas',
      text: WORKS_PIECES[invoice.worksPiece].next!,
      meaning: 'plain',
    }
  if (!invoice.outcome)
    return {
      title: 'La facture arrive',
      text: 'Son fichier est relevé chez Chorus Pro, puis contrôlé.',
      meaning: 'doing',
      live: true,
    }
  if (invoice.isToOrder)
    return {
      title: 'Mandater la facture',
      text: 'Le service est fait. Écrivez le numéro du mandat que votre logiciel comptable lui donne.',
      meaning: 'waiting',
      form: 'mandat',
    }
  if (folder)
    return {
      title: 'Le certificat est en signature',
      text: folder.waitsFor ? `Il attend : ${folder.waitsFor}.` : 'Il revient du parapheur.',
      meaning: 'doing',
      href: folder.url,
      label: 'Voir le dossier',
      icon: 'folder-open',
      live: true,
    }
  return {
    title: invoice.notDoneReason ? 'Le service n’est pas fait' : 'Faire constater le service fait',
    text: invoice.notDoneReason
      ? `La personne qui devait signer répond : « ${invoice.notDoneReason} ». Quand il le sera, demandez de nouveau.`
      : 'Un certificat part en signature, la facture avec lui.',
    meaning: 'waiting',
    form: 'service',
  }
}
