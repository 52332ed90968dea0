import type { Journal, PlannedMail, Transaction } from './journal.js'

/** True for an acte that the ministry has taken. */
export const isActe = ({ type, registered }: Transaction) => type === '1-1' && registered

/** The questions that the ministry asks to its journal. */
export class MinistryState {
  constructor(
    readonly journal: Journal,
    private readonly firstClassification: string
  ) {}

  transactions(): Transaction[] {
    return this.accepted().map(({ transaction }) => transaction)
  }

  hasArchive(name: string): boolean {
    return this.transactions().some(({ archive }) => archive === name)
  }

  hasActe(acteId: string): boolean {
    return this.transactions().some((known) => known.acteId === acteId && isActe(known))
  }

  /** The objet under which an acte was taken, with the scenarios that it asks for. */
  objetOf(acteId: string): string | null {
    return (
      this.transactions().find((known) => known.acteId === acteId && isActe(known))?.objet ?? null
    )
  }

  refusals() {
    return this.journal.entries.filter((entry) => entry.kind === 'refused')
  }

  classificationDate(): string {
    const changes = this.journal.entries.filter((entry) => entry.kind === 'classification')
    return changes.at(-1)?.date ?? this.firstClassification
  }

  /** How many answers were written so far: numbers the envelopes. */
  mailCount(): number {
    return this.accepted().reduce((sum, { mails }) => sum + mails.length, 0)
  }

  unsentMails(): PlannedMail[] {
    const sent = new Set(
      this.journal.entries.flatMap((entry) => (entry.kind === 'mailed' ? [entry.id] : []))
    )
    return this.accepted().flatMap(({ mails }) => mails.filter(({ id }) => !sent.has(id)))
  }

  private accepted() {
    return this.journal.entries.filter((entry) => entry.kind === 'accepted')
  }
}
