import { ConsultationChangeSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import type Consultation from './consultation.js'

/** What may happen to a consultation once it is public. */
export type ChangeKind = 'extended' | 'abandoned' | 'answered' | 'documents' | 'lots'

/** One change that everybody reads, in the words that are shown and mailed. */
export default class ConsultationChange extends TenantModel(ConsultationChangeSchema) {
  static table = 'procurement.consultation_changes'

  declare kind: ChangeKind
}

/** Writes a change, in the transaction that makes it. */
export async function noteChange(
  { id, deadline }: Consultation,
  kind: ChangeKind,
  words: string
): Promise<ConsultationChange> {
  return ConsultationChange.create({ consultationId: id, kind, words, deadline, at: clock.now() })
}

/** A change as it is told: `published` is the first of all. */
export interface ToldChange {
  kind: ChangeKind | 'published'
  /** An instant. */
  at: string
  words: string
  deadline: string | null
}

/** All of them since it is public, the oldest first; a consultation has a few. */
export async function changesOf({ id, publishedAt }: Consultation): Promise<ToldChange[]> {
  const found = await ConsultationChange.query().where('consultationId', id).orderBy('at')
  const changes = found.map(({ kind, at, words, deadline }) => ({
    ...{ kind, words },
    at: at.toUTC().toISO()!,
    deadline: deadline.toUTC().toISO()!,
  }))
  const first = {
    kind: 'published' as const,
    at: publishedAt!.toUTC().toISO()!,
    words: 'Consultation publiée.',
    deadline: null,
  }
  return [first, ...changes]
}
