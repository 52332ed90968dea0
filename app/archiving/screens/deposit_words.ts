import type { Meaning } from '#lib/meaning'
import type { DepositEvent, DepositState } from '../models/deposit_lifecycle.js'

/** How a deposit's state is said on screens. */
export const STATE_WORDS: Record<DepositState, { label: string; meaning: Meaning }> = {
  prepared: { label: 'En préparation', meaning: 'doing' },
  transferred: { label: 'Transmis', meaning: 'doing' },
  acknowledged: { label: 'Reçu, en examen', meaning: 'doing' },
  accepted: { label: 'Archivé', meaning: 'done' },
  rejected: { label: 'Rejeté', meaning: 'trouble' },
  failed: { label: 'En échec', meaning: 'trouble' },
}

/** States that one looks for together, by their name in the address of the list. */
export const DEPOSIT_GROUPS = {
  'en-cours': { label: 'En cours', states: ['prepared', 'transferred', 'acknowledged'] },
  'a-reprendre': { label: 'Rejetés ou en échec', states: ['rejected', 'failed'] },
} as const satisfies Record<string, { label: string; states: readonly DepositState[] }>

/** How what happened to a deposit is said in its history. */
export const EVENT_WORDS: Record<DepositEvent, { what: string; meaning: Meaning }> = {
  transfer: { what: 'Paquet construit et transmis à l’archive', meaning: 'doing' },
  acknowledge: { what: 'Réception confirmée par l’archive', meaning: 'doing' },
  accept: { what: 'Versement accepté par l’archive', meaning: 'done' },
  reject: { what: 'Versement rejeté par l’archive', meaning: 'trouble' },
  fail: { what: 'Versement interrompu', meaning: 'trouble' },
  retry: { what: 'Versement repris', meaning: 'doing' },
}

/** What the deposited files are. */
export const ROLE_WORDS: Record<string, string> = {
  signed: 'Original signé',
  annex: 'Annexe',
  envelope: 'Enveloppe transmise',
  acknowledgement: 'Accusé de réception',
  stamped: 'Exemplaire tamponné',
  received: 'Fichier reçu',
  readable: 'Lisible',
  statuses: 'Statuts',
  verdict: 'Contrôles',
  proof: 'Pièce de preuve',
  other: 'Pièce',
}

/** What comes next for a deposit, in words; `action` names the one button of the page. */
export interface NextStep {
  title: string
  text: string
  meaning: Meaning
  live: boolean
  action: 'retry' | 'proof' | null
}

/** The next step of a deposit: `trouble` is why it did not go through, when it did not. */
export function nextStepOf(deposit: {
  state: DepositState
  trouble: string | null
  hasProof: boolean
  external: boolean
}): NextStep {
  const { state, trouble, hasProof, external } = deposit
  const doing = (title: string, text: string): NextStep => {
    return { title, text, meaning: 'doing', live: true, action: null }
  }
  switch (state) {
    case 'prepared':
      return doing(
        'Le paquet se construit',
        'Les fichiers sont relus, leurs empreintes calculées, le bordereau écrit.'
      )
    case 'transferred':
    case 'acknowledged':
      return external
        ? doing(
            'L’archive répond',
            trouble ??
              'as@lae examine le versement ; sa réponse peut prendre quelques jours. Vous pouvez quitter cette page.'
          )
        : doing(
            'L’archive examine le versement',
            'Le paquet est contrôlé pièce par pièce avant d’être conservé.'
          )
    case 'rejected':
      return {
        title: 'Corriger, puis reprendre',
        text: `${trouble ?? 'L’archive n’a pas dit pourquoi.'} Le détail des contrôles est sur cette page. Une fois la cause corrigée, le versement repart avec les mêmes fichiers.`,
        meaning: 'trouble',
        live: false,
        action: 'retry',
      }
    case 'failed':
      return {
        title: 'Reprendre le versement',
        text: `Rien n’est perdu : les fichiers sont gardés. La cause : ${trouble ?? 'inconnue'}`,
        meaning: 'trouble',
        live: false,
        action: 'retry',
      }
    case 'accepted':
      return hasProof
        ? {
            title: 'Le dossier est archivé',
            text: 'Le dossier de preuve se vérifie sans nous : remettez-le à qui conteste un document.',
            meaning: 'done',
            live: false,
            action: 'proof',
          }
        : doing(
            'Le dossier de preuve se prépare',
            'Le versement est archivé. Le journal est scellé et horodaté, puis le dossier est assemblé.'
          )
  }
}
