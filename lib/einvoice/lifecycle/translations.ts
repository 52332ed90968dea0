import { REASONS, REFUSED_BY_PUBLIC_BUYER } from '../rules/cdar/reasons.js'
import type { InvoiceState } from './states.js'

interface Words {
  /** The API of Chorus Pro (`statutFacture`). */
  chorus: string
  /** The file of statuses (CPPStatutPivot). */
  file: string
  /** XP Z12-012, told to the platform of the supplier; null when Chorus Pro tells nothing. */
  afnor: string | null
  /** Told beside 204, which several states share. */
  comment?: string
}

/**
 * The states in the words of others (DSE-CP, 4.2, tables 1 to 5). REJETEE is AFNOR's 210, which is a
 * refusal of the buyer: 213 is the rejection of a platform, and it is never translated by its word.
 */
export const WORDS: Readonly<Record<InvoiceState, Words>> = {
  deposited: { chorus: 'DEPOSEE', file: '01', afnor: null },
  on_its_way: { chorus: 'EN_COURS_ACHEMINEMENT', file: '02', afnor: null },
  available: { chorus: 'MISE_A_DISPOSITION', file: '03', afnor: null },
  to_recycle: { chorus: 'A_RECYCLER', file: '04', afnor: null },
  refused: { chorus: 'REJETEE', file: '05', afnor: '210' },
  suspended: { chorus: 'SUSPENDUE', file: '06', afnor: '208' },
  service_done: {
    chorus: 'SERVICE_FAIT',
    file: '07',
    afnor: '204',
    comment: 'Le destinataire public a réalisé le service fait',
  },
  ordered: {
    chorus: 'MANDATEE',
    file: '08',
    afnor: '204',
    comment: 'Le destinataire public a mandaté la facture',
  },
  with_accountant: {
    chorus: 'MISE_A_DISPOSITION_COMPTABLE',
    file: '09',
    afnor: '204',
    comment: 'La facture est mise à disposition du comptable public',
  },
  accounted: {
    chorus: 'COMPTABILISEE',
    file: '10',
    afnor: '204',
    comment: 'Le comptable public a comptabilisé la facture',
  },
  paid: { chorus: 'MISE_EN_PAIEMENT', file: '11', afnor: '211' },
  completed: { chorus: 'COMPLETEE', file: '12', afnor: null },
}

const states = Object.keys(WORDS) as InvoiceState[]

/** The state that a status of Chorus Pro says; null for one that is no concern of the recipient. */
export const stateOfChorus = (status: string): InvoiceState | null =>
  states.find((state) => WORDS[state].chorus === status) ?? OF_WORKS.get(status) ?? null

/** Works are made available to their maître d’ouvrage, who is the buyer, under a word of their own. */
const OF_WORKS = new Map<string, InvoiceState>([['MISE_A_DISPOSITION_MOA', 'available']])

/** The state that a code of the file of statuses says. */
export const stateOfFile = (code: string): InvoiceState | null =>
  states.find((state) => WORDS[state].file === code) ?? null

/**
 * The state that a status of the supplier's platform says to the buyer: 209 and 227 complete; 212, 220,
 * 224, 225 and 226 are not told (table 5), and those that the buyer gave come back to nobody.
 */
export const stateOfAfnor = (status: string): InvoiceState | null =>
  status === '209' || status === '227' ? 'completed' : null

/** The states that the buyer sets by `traiter/recue`. */
export const SET_BY_BUYER: readonly InvoiceState[] = [
  'refused',
  'suspended',
  'to_recycle',
  'service_done',
  'ordered',
  'with_accountant',
  'accounted',
  'paid',
]

/** States that are nothing without a reason. */
export const NEEDS_REASON: readonly InvoiceState[] = ['refused', 'suspended', 'to_recycle']

/** The codes that a public buyer may give as its reason; none for a state that takes no code. */
export function reasonsOf(state: InvoiceState): readonly string[] {
  if (state === 'refused') return REFUSED_BY_PUBLIC_BUYER
  return state === 'suspended' ? REASONS[208] : []
}

/**
 * What Chorus Pro tells to the platform of a supplier (DSE-CP, 4.2): the statuses of the recipient, and
 * for a sub-contractor (A9) or a co-contractor (A12) what whoever validates her invoice did; null for
 * what it keeps to itself.
 */
export function afnorOfChorus(status: string, cadre = 'A1'): string | null {
  const validated = BY_VALIDATOR[cadre]?.[status]
  if (validated) return validated
  const state = stateOfChorus(status)
  return state && WORDS[state].afnor
}

const BY_VALIDATOR: Partial<Record<string, Partial<Record<string, string>>>> = {
  A9: { VALIDEE_1: '205', VALIDEE_2: '205', REFUSEE_1: '206', REFUSEE_2: '206' },
  A12: { VALIDEE_1: '214', REFUSEE_1: '210' },
}
