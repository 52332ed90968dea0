import type { Meaning } from '#lib/meaning'
import { journal } from '#kernel/journal'
import { gesturesFor } from '#rooms/parapheur'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import type Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import Transmission from '../models/transmission.js'
import { letterOf, letterTypes, replyLabel, type LetterType } from '../rules/letters.js'
import type { ActeEvent } from '../rules/lifecycle.js'
import { ACTE_EVENT_WORDS } from '../rules/state_words.js'

export interface ThreadEntry {
  what: string
  at: Date
  by: string
  note?: string
  meaning?: Meaning
  href?: string
  linkLabel?: string
}

const PAPER_POSTED = 'actes.paper_posted'
/** How a sending to the parapheur ends. */
const ENDS = new Set(['sign', 'refuse', 'withdraw'])

/** Le fil of an acte: what happened to it and what the prefecture wrote, newest first. */
export async function threadOf(acte: Acte, base: string): Promise<ThreadEntry[]> {
  const transitions = await tenancy
    .trx()
    .from('actes.acte_transitions')
    .where({ tenant_id: tenancy.tenantId(), acte_id: acte.id })
    .orderBy('id')
  const letters = await Answer.believed(acte.id).whereIn('kind', letterTypes).exec()
  const sent = await Transmission.query().where('acteId', acte.id).whereNotNull('letterId').exec()
  const settled = letters.filter(({ settledAt }) => settledAt)
  const posted = (await journal.entriesOf(acte.ref)).filter(({ type }) => type === PAPER_POSTED)
  const replies = sent.filter(({ type }) => replyLabel(type))
  const names = await people.names([
    acte.createdBy,
    ...transitions.map(({ actor_id }) => actor_id),
    ...replies.map(({ sentBy }) => sentBy),
    ...settled.map(({ settledBy }) => settledBy),
    ...posted.map(({ actor }) => actor.id ?? null),
  ])
  // Each sending to the parapheur ended once, in this order
  const gestures = await gesturesFor({ capability: 'actes', id: acte.id })
  const gestureAt = new Map(
    transitions.filter(({ event }) => ENDS.has(event)).map(({ id }, at) => [id, gestures[at]])
  )
  const entries: ThreadEntry[] = [
    {
      what: 'Acte créé',
      at: acte.createdAt.toJSDate(),
      by: names.get(acte.createdBy ?? '') ?? 'La plateforme',
    },
    ...transitions.map(({ id, event, at, actor_kind, actor_id, reason }) => {
      const [what, meaning] = ACTE_EVENT_WORDS[event as ActeEvent]
      const by = gestureAt.get(id) ?? authorOf(actor_kind, names.get(actor_id))
      return { what, meaning, at, by, note: reason }
    }),
    ...letters.map((answer) => ({
      what: letterOf(answer.kind as LetterType).title,
      meaning: 'waiting' as const,
      at: answer.receivedAt.toJSDate(),
      by: 'Préfecture',
      note: answer.detail ?? undefined,
      href: `${base}/${acte.id}/courriers/${answer.id}`,
      linkLabel: 'Lire le courrier',
    })),
    ...settled.map(({ settledAt, settledBy, settledNote, kind }) => ({
      what: kind === '5-1' ? 'Issue du déféré notée' : 'Courrier classé, rien à répondre',
      meaning: 'done' as const,
      at: settledAt!.toJSDate(),
      by: names.get(settledBy ?? '') ?? 'La plateforme',
      note: settledNote ?? undefined,
    })),
    ...posted.map(({ at, actor }) => ({
      what: 'Documents papier postés',
      meaning: 'done' as const,
      at: new Date(at),
      by: authorOf(actor.kind, names.get(actor.id ?? '')),
    })),
    ...replies.map(({ type, createdAt, sentBy, letterId }) => ({
      what: `Réponse à la préfecture : ${replyLabel(type)!.toLowerCase()}`,
      meaning: 'doing' as const,
      at: createdAt.toJSDate(),
      by: names.get(sentBy ?? '') ?? 'La plateforme',
      href: `${base}/${acte.id}/courriers/${letterId}`,
      linkLabel: 'Voir la réponse',
    })),
  ]
  return entries.sort((a, b) => b.at.getTime() - a.at.getTime())
}

function authorOf(kind: string, name: string | undefined): string {
  if (kind === 'outside') return 'Préfecture'
  return name ?? 'La plateforme'
}
