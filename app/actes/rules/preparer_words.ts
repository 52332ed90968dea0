import type { ActeEvent } from './lifecycle.js'

/** What the person who prepared an acte is told by mail. */
export type ToldEvent = Extract<ActeEvent, 'refuse' | 'sign' | 'acknowledge' | 'report_anomaly'>

/** The objet stays out of a mail, which may name a person: `name` is what a mail may call the acte. */
export const PREPARER_WORDS: Record<ToldEvent, (name: string) => string> = {
  refuse: (name) => `Refusé par le parapheur, avec son motif : ${name}`,
  sign: (name) => `Signé : ${name}`,
  acknowledge: (name) => `Reçu en préfecture : ${name}`,
  report_anomaly: (name) => `Sa transmission n’a pas abouti, et sa page dit pourquoi : ${name}`,
}
