import User from '#kernel/identity/user'
import { tenancy } from '#kernel/tenancy'
import type Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import Transmission from '../models/transmission.js'
import { letterOf, letterTypes, replyLabel, type LetterType } from '../rules/letters.js'
import type { ActeEvent } from '../rules/lifecycle.js'
import type { StateMeaning } from '../rules/state_words.js'

export interface ThreadEntry {
  what: string
  at: Date
  by: string
  note?: string
  meaning?: StateMeaning
  href?: string
  linkLabel?: string
}

const EVENTS: Record<ActeEvent, [string, StateMeaning]> = {
  submit: ['Envoyé au parapheur', 'doing'],
  sign: ['Signé', 'done'],
  refuse: ['Refusé par le parapheur', 'trouble'],
  withdraw: ['Repris avant signature', 'neutral'],
  reopen: ['Brouillon repris', 'neutral'],
  transmit: ['Transmission demandée', 'doing'],
  hand_over: ['Remis au ministère', 'done'],
  reject: ['Refusé à l’envoi', 'trouble'],
  acknowledge: ['Reçu en préfecture', 'done'],
  report_anomaly: ['Anomalie signalée par la préfecture', 'trouble'],
  publish: ['Tamponné et publié', 'done'],
  archive: ['Archivé avec ses preuves', 'done'],
  cancel: ['Annulation demandée', 'waiting'],
  confirm_cancellation: ['Annulation confirmée', 'done'],
  give_up_cancellation: ['Annulation refusée par la préfecture', 'trouble'],
}

/** Le fil of an acte: what happened to it and what the prefecture wrote, newest first. */
export async function threadOf(acte: Acte, base: string): Promise<ThreadEntry[]> {
  const transitions = await tenancy
    .trx('A thread')
    .from('actes.acte_transitions')
    .where({ tenant_id: tenancy.tenantId(), acte_id: acte.id })
    .orderBy('id')
  const letters = await Answer.believed(acte.id).whereIn('kind', letterTypes).exec()
  const sent = await Transmission.query().where('acteId', acte.id).whereNotNull('letterId').exec()
  const replies = sent.filter(({ type }) => replyLabel(type))
  const names = await namesOf([
    acte.createdBy,
    ...transitions.map(({ actor_id }) => actor_id),
    ...replies.map(({ sentBy }) => sentBy),
  ])
  const entries: ThreadEntry[] = [
    {
      what: 'Acte créé',
      at: acte.createdAt.toJSDate(),
      by: names.get(acte.createdBy ?? '') ?? 'La plateforme',
    },
    ...transitions.map(({ event, at, actor_kind, actor_id, reason }) => {
      const [what, meaning] = EVENTS[event as ActeEvent]
      return { what, meaning, at, by: authorOf(actor_kind, names.get(actor_id)), note: reason }
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

async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const users = await User.query().whereIn('id', known).select('id', 'fullName')
  return new Map(users.map(({ id, fullName }) => [id, fullName]))
}
