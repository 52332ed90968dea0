import type { News, Told } from '#web/news'
import Acte from './models/acte.js'
import type { ActeEvent } from './rules/lifecycle.js'

const PREFECTURE = 'Préfecture'

/** What people are told; the signature itself is told by the parapheur, the deposit by the archives. */
const WORDS: Partial<Record<ActeEvent, { did: string; who?: string }>> = {
  submit: { did: 'acte envoyé au parapheur' },
  withdraw: { did: 'acte retiré du parapheur' },
  reopen: { did: 'acte repris en brouillon' },
  transmit: { did: 'acte transmis à la préfecture' },
  reject: { did: 'acte refusé à l’envoi' },
  acknowledge: { who: PREFECTURE, did: 'acte reçu en préfecture' },
  report_anomaly: { who: PREFECTURE, did: 'anomalie signalée sur l’acte' },
  publish: { did: 'acte publié' },
  publish_copy: { did: 'copie expurgée publiée' },
  unpublish: { did: 'acte retiré du registre public' },
  cancel: { did: 'annulation demandée' },
  confirm_cancellation: { who: PREFECTURE, did: 'annulation confirmée' },
  give_up_cancellation: { who: PREFECTURE, did: 'annulation refusée' },
  keep_published: { who: PREFECTURE, did: 'annulation refusée' },
  keep_archived: { who: PREFECTURE, did: 'annulation refusée' },
}

const typeOf = (event: string) => `actes.acte_${event}`
const wordsByType = new Map(
  Object.entries(WORDS).map(([event, words]) => [typeOf(event), words] as const)
)

export const news: News = {
  permission: 'actes.read',
  types: [...wordsByType.keys()],
  async tell(entries, { tenant }) {
    const ids = [...new Set(entries.map(({ subject }) => subject.id))]
    const actes = new Map((await Acte.query().whereIn('id', ids)).map((acte) => [acte.id, acte]))
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const acte = actes.get(subject.id)
        if (!acte) return []
        const url = `/c/${tenant.slug}/actes/${acte.id}`
        const title = acte.objet || 'Acte sans objet'
        const reference = acte.numero || undefined
        return [[position, { ...wordsByType.get(type)!, title, reference, url }]]
      })
    )
  },
}
