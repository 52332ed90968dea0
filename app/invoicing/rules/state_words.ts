import type { InvoiceState } from '#lib/einvoice/lifecycle'
import type { Meaning } from '#lib/meaning'
import type { InvoiceEvent } from './lifecycle.js'
import { isPaid, WORKS_PIECES, type WorksPieceName } from './works.js'

interface Words {
  label: string
  meaning: Meaning
}

/** Each state in French, and the shape that says it. */
export const STATE_WORDS: Record<InvoiceState, Words> = {
  deposited: { label: 'Déposée', meaning: 'doing' },
  on_its_way: { label: 'En chemin', meaning: 'doing' },
  available: { label: 'À traiter', meaning: 'waiting' },
  to_recycle: { label: 'À réadresser', meaning: 'plain' },
  suspended: { label: 'Suspendue', meaning: 'waiting' },
  completed: { label: 'Complétée', meaning: 'waiting' },
  service_done: { label: 'Service fait', meaning: 'waiting' },
  ordered: { label: 'Mandatée', meaning: 'doing' },
  with_accountant: { label: 'Chez le comptable', meaning: 'doing' },
  accounted: { label: 'Comptabilisée', meaning: 'doing' },
  paid: { label: 'Mise en paiement', meaning: 'done' },
  refused: { label: 'Rejetée', meaning: 'trouble' },
}

const IN_SIGNATURE: Words = { label: 'En signature', meaning: 'doing' }

interface Shown {
  /** Its certificate is on its way to be signed. */
  isSigning: boolean
  worksPiece?: WorksPieceName | null
}

/** What a person reads of where an invoice is: nobody here has to do anything of what prepares another. */
export function shownState(state: InvoiceState, { isSigning, worksPiece }: Shown): Words {
  if (state !== 'available' && state !== 'completed') return STATE_WORDS[state]
  if (worksPiece && !isPaid(worksPiece))
    return { label: WORKS_PIECES[worksPiece].label, meaning: 'plain' }
  return isSigning ? IN_SIGNATURE : STATE_WORDS[state]
}

/** What happened, in a sentence of the history. */
export const EVENT_WORDS: Record<InvoiceEvent, [what: string, meaning: Meaning]> = {
  send_on: ['Facture acheminée', 'doing'],
  make_available: ['Facture mise à disposition', 'waiting'],
  certify: ['Service fait constaté', 'done'],
  order: ['Facture mandatée', 'done'],
  suspend: ['Facture suspendue', 'waiting'],
  complete: ['Facture complétée par le fournisseur', 'waiting'],
  recycle: ['Facture à réadresser', 'plain'],
  refuse: ['Facture rejetée', 'trouble'],
  hand_over: ['Facture chez le comptable public', 'doing'],
  account: ['Facture comptabilisée', 'doing'],
  pay: ['Facture mise en paiement', 'done'],
}
