/** What a prefecture writes about an acte that it received (cahier des charges ACTES, cycles 2 to 5). */
export type LetterType = '2-1' | '3-1' | '4-1' | '5-1'

/** What a collectivite answers. */
export type ReplyType = '2-2' | '3-3' | '3-4' | '4-3' | '4-4'

/** What the platform says by itself as soon as the letter is there. */
export type LetterReceiptType = '3-2' | '4-2'

export interface ReplyChoice {
  type: ReplyType
  label: string
  /** What the choice commits to, or when to make it. */
  help: string
  /** Several documents, or exactly one. */
  several: boolean
}

interface Letter {
  /** In the thread of the acte. */
  title: string
  /** What it asks of an agent, before the title of the acte. */
  task: string
  receipt: LetterReceiptType | null
  replies: ReplyChoice[]
}

const LETTERS: Record<LetterType, Letter> = {
  '2-1': {
    title: 'Courrier de la préfecture',
    task: 'Lire le courrier de la préfecture sur',
    receipt: null,
    replies: [
      {
        type: '2-2',
        label: 'Répondre au courrier',
        help: 'La préfecture n’accuse pas réception de cette réponse.',
        several: false,
      },
    ],
  },
  '3-1': {
    title: 'La préfecture demande des pièces',
    task: 'Transmettre les pièces demandées par la préfecture pour',
    receipt: '3-2',
    replies: [
      {
        type: '3-4',
        label: 'Envoyer les pièces demandées',
        help: 'Le délai du contrôle de légalité repart de leur réception.',
        several: true,
      },
      {
        type: '3-3',
        label: 'Refuser de les envoyer',
        help: 'Déposez la lettre qui explique ce refus.',
        several: false,
      },
    ],
  },
  '4-1': {
    title: 'Lettre d’observations de la préfecture',
    task: 'Répondre aux observations de la préfecture sur',
    receipt: '4-2',
    replies: [
      {
        type: '4-4',
        label: 'Répondre aux observations',
        help: 'Déposez la lettre qui dit ce que la collectivité va faire.',
        several: false,
      },
      {
        type: '4-3',
        label: 'Rejeter les observations',
        help: 'Déposez la lettre qui explique ce rejet. Le préfet peut alors saisir le tribunal administratif.',
        several: false,
      },
    ],
  },
  '5-1': {
    title: 'L’acte est déféré au tribunal administratif',
    task: 'Prendre connaissance du déféré contre',
    receipt: null,
    // The protocol has no answer: what follows happens before the court
    replies: [],
  },
}

export const letterTypes = Object.keys(LETTERS) as LetterType[]
export const isLetterType = (kind: string): kind is LetterType => kind in LETTERS
export const letterOf = (type: LetterType): Letter => LETTERS[type]

/** How a letter of that type may be answered in that way, or null. */
export function replyChoice(letter: LetterType, reply: string): ReplyChoice | null {
  return LETTERS[letter].replies.find(({ type }) => type === reply) ?? null
}

const REPLIES = Object.values(LETTERS).flatMap(({ replies }) => replies)
export const replyLabel = (type: string) => REPLIES.find((reply) => reply.type === type)?.label

const ABOUT_LETTERS = [
  ...REPLIES.map(({ type }) => type as string),
  ...Object.values(LETTERS).flatMap(({ receipt }) => receipt ?? []),
]

/** True for a message of ours about a letter: what becomes of it says nothing of the acte. */
export const isAboutLetter = (type: string): boolean => ABOUT_LETTERS.includes(type)

/** The replies that a receipt of the ministry answers. */
export const REPLIES_OF_RECEIPT: Record<'3-5' | '4-5', ReplyType[]> = {
  '3-5': ['3-3', '3-4'],
  '4-5': ['4-3', '4-4'],
}
