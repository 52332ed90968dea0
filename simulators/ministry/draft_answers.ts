import type * as answers from './answers.js'

/** When the ministry answers. */
export interface Delays {
  /** Milliseconds before an ordinary answer. */
  answer: number
  /** Before a late one. */
  late: number
}

/** What becomes of the acte that a submission is about. */
export interface Plan {
  acteId: string | null
  /** False when the answer refuses it. */
  registered: boolean
}

/** An answer, before it is put in an envelope and in a mail. */
export interface Draft {
  delay: number
  files: answers.AnswerFile[]
  bare?: boolean
  html?: string
}

/** The civil day in France, which is the one of the receipt. */
export function parisDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now)
}
