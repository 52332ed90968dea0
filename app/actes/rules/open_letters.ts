import type { Meaning } from '#lib/meaning'
import type { ActeState } from './lifecycle.js'
import type { LetterType } from './letters.js'

/** What an acte shows while a letter of the prefecture waits for the collectivite. */
interface Waiting {
  label: string
  meaning: Meaning
  step: { title: string; text: string; label: string }
}

// The most pressing first
const WAITING: Record<LetterType, Waiting> = {
  '5-1': {
    label: 'Déféré au tribunal',
    meaning: 'trouble',
    step: {
      title: 'Défendre l’acte devant le tribunal administratif',
      text: 'Le préfet a déféré l’acte. Il reste exécutoire tant que le juge ne l’a pas suspendu (CGCT, article L2131-6). Gelez son versement aux archives, puis notez l’issue.',
      label: 'Ouvrir le déféré',
    },
  },
  '4-1': {
    label: 'Observations de la préfecture',
    meaning: 'trouble',
    step: {
      title: 'Répondre aux observations de la préfecture',
      text: 'Elle demande de modifier ou de retirer l’acte. Sans réponse, le préfet peut saisir le tribunal administratif.',
      label: 'Lire la lettre',
    },
  },
  '3-1': {
    label: 'Pièces demandées',
    meaning: 'waiting',
    step: {
      title: 'Envoyer les pièces demandées par la préfecture',
      text: 'Le délai du contrôle de légalité repart de leur réception.',
      label: 'Lire la demande',
    },
  },
  '2-1': {
    label: 'Courrier de la préfecture',
    meaning: 'waiting',
    step: {
      title: 'Lire le courrier de la préfecture',
      text: 'Répondez-y, ou classez-le s’il ne demande rien.',
      label: 'Lire le courrier',
    },
  },
}

export const waitingLetterTypes = Object.keys(WAITING) as LetterType[]
export const waitingLetter = (type: LetterType): Waiting => WAITING[type]

/** Where nothing else waits: what the prefecture asks is then the state of the acte. */
const SETTLED: ActeState[] = ['acknowledged', 'published', 'archived', 'cancelled']
export const followsItsLetters = (state: ActeState) => SETTLED.includes(state)

/** The letter that presses most among those that are open, or null. */
export function mostPressing<T extends { kind: string }>(letters: T[]): T | null {
  for (const type of waitingLetterTypes) {
    const found = letters.find(({ kind }) => kind === type)
    if (found) return found
  }
  return null
}
