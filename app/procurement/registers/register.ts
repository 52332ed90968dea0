import Withdrawal from '../changing/withdrawal.js'
import { changesOf } from '../drafting/changes.js'
import type Consultation from '../drafting/consultation.js'
import Question from '../questions/question.js'
import { depositsOf } from './deposits_of.js'
import { instant } from './instant.js'

/** What a consultation keeps of what happened to it (arrêté of 22 March 2019, ACH-08). */
export const REGISTERS = {
  retraits: 'Registre des retraits',
  depots: 'Registre des dépôts',
  questions: 'Registre des questions',
  echanges: 'Registre des échanges',
} as const
export type RegisterName = keyof typeof REGISTERS

/** A register as it is exported, whole: each line in the order of what happened. */
export interface Register {
  name: RegisterName
  title: string
  columns: string[]
  rows: string[][]
  /** Before the hour nothing is told of who answers, nor how many. */
  isSilent: boolean
}

const HIDDEN = 'dit à l’heure limite'

/** The register of that name, in the tenant in context. */
export async function registerOf(
  consultation: Consultation,
  name: RegisterName
): Promise<Register> {
  const { columns, rows } = await READERS[name](consultation)
  const isSilent = name === 'depots' && !consultation.isPastTheHour
  return { name, title: REGISTERS[name], columns, rows, isSilent }
}

type Reader = (consultation: Consultation) => Promise<Pick<Register, 'columns' | 'rows'>>

const READERS: Record<RegisterName, Reader> = {
  retraits: async (consultation) => {
    const found = await Withdrawal.query().where('consultationId', consultation.id).orderBy('id')
    const addressOf = (email: string | null) =>
      email ? (consultation.isPastTheHour ? email : HIDDEN) : ''
    return {
      columns: ['Instant', 'Version', 'Ce qui est retiré', 'Adresse laissée'],
      rows: found.map(({ at, version, what, email }) => [
        instant(at),
        String(version),
        what,
        addressOf(email),
      ]),
    }
  },

  depots: depositsOf,

  questions: async (consultation) => {
    const found = await Question.query().where('consultationId', consultation.id).orderBy('id')
    return {
      columns: [
        ...['Numéro', 'Posée', 'À temps', 'Par', 'Reçue', 'Publiée'],
        ...['Réponse ou motif', 'Répondue', 'État'],
      ],
      rows: found.map((one) => [
        one.number ? String(one.number) : '',
        instant(one.askedAt),
        one.isLate ? 'non' : 'oui',
        one.askerFor(consultation) ?? HIDDEN,
        one.text,
        one.publishedText ?? '',
        one.answer ?? one.reason ?? '',
        one.answeredAt ? instant(one.answeredAt) : '',
        one.shownState.label,
      ]),
    }
  },

  echanges: async (consultation) => ({
    columns: ['Instant', 'Ce qui est dit à tous', 'Heure limite d’alors'],
    rows: (await changesOf(consultation)).map(({ at, words, deadline }) => [
      at,
      words,
      deadline ?? '',
    ]),
  }),
}
