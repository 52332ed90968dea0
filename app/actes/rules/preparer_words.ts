import type { ActeEvent } from './lifecycle.js'

/** What the person who prepared an acte is told by mail. */
export type ToldEvent = Extract<ActeEvent, 'refuse' | 'sign' | 'acknowledge' | 'report_anomaly'>

interface Words {
  subject: string
  sentence: string
}

/** The objet stays out of a mail: it may name a person. */
export const PREPARER_WORDS: Record<ToldEvent, (title: string) => Words> = {
  refuse: (title) => ({
    subject: `${title} : refusé par le parapheur`,
    sentence: 'Il est refusé par le parapheur. Le motif est dans son fil : reprenez le brouillon.',
  }),
  sign: (title) => ({
    subject: `${title} : signé`,
    sentence: 'Il est signé.',
  }),
  acknowledge: (title) => ({
    subject: `${title} : reçu en préfecture`,
    sentence: 'La préfecture en a accusé réception.',
  }),
  report_anomaly: (title) => ({
    subject: `${title} : à corriger`,
    sentence: 'Sa transmission n’a pas abouti. Sa page dit pourquoi, et quoi faire.',
  }),
}
