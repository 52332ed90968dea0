import { defineNews, type Told } from '#web/news'
import Acte from './models/acte.js'
import type { ActeEvent } from './rules/lifecycle.js'

const PREFECTURE = 'La préfecture'

/** What people are told; the signature itself is told by the parapheur, the deposit by the archives. */
const WORDS: Partial<Record<ActeEvent, { did: string; who?: string }>> = {
  submit: { did: 'a envoyé au parapheur' },
  withdraw: { did: 'a retiré du parapheur' },
  reopen: { did: 'a repris' },
  transmit: { did: 'a transmis à la préfecture' },
  reject: { did: 'n’a pas pu envoyer' },
  acknowledge: { who: PREFECTURE, did: 'a accusé réception de' },
  report_anomaly: { who: PREFECTURE, did: 'a signalé une anomalie sur' },
  publish: { did: 'a publié' },
  publish_copy: { did: 'a publié une copie expurgée de' },
  unpublish: { did: 'a retiré du registre public' },
  cancel: { did: 'a demandé l’annulation de' },
  confirm_cancellation: { who: PREFECTURE, did: 'a confirmé l’annulation de' },
  give_up_cancellation: { who: PREFECTURE, did: 'n’a pas annulé' },
  keep_published: { who: PREFECTURE, did: 'n’a pas annulé' },
  keep_archived: { who: PREFECTURE, did: 'n’a pas annulé' },
}

const typeOf = (event: string) => `actes.acte_${event}`
const wordsByType = new Map(
  Object.entries(WORDS).map(([event, words]) => [typeOf(event), words] as const)
)

defineNews({
  capability: 'actes',
  permission: 'actes.read',
  types: [...wordsByType.keys()],
  async tell(entries, { tenant }) {
    const ids = [...new Set(entries.map(({ subject }) => subject.id))]
    const actes = new Map((await Acte.query().whereIn('id', ids)).map((acte) => [acte.id, acte]))
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const acte = actes.get(subject.id)
        if (!acte) return []
        const title = acte.numero ? `l’acte ${acte.numero}` : 'un acte'
        const url = `/c/${tenant.slug}/actes/${acte.id}`
        return [[position, { ...wordsByType.get(type)!, title, note: acte.objet, url }]]
      })
    )
  },
})
