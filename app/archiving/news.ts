import type { News, Told } from '#web/news'
import Deposit from './models/deposit.js'

const ARCHIVE = 'Archive'

const WORDS: Record<string, { did: string; who?: string }> = {
  'archiving.deposit_accept': { who: ARCHIVE, did: 'versement accepté' },
  'archiving.deposit_reject': { who: ARCHIVE, did: 'versement rejeté' },
  'archiving.deposit_fail': { did: 'versement resté en panne' },
  'archiving.deposit_retry': { did: 'versement repris' },
  'archiving.deposit_held': { did: 'versement gelé' },
  'archiving.deposit_released': { did: 'gel du versement levé' },
}

export const news: News = {
  permission: 'archiving.read',
  types: Object.keys(WORDS),
  async tell(entries, { tenant }) {
    const ids = [...new Set(entries.map(({ subject }) => subject.id))]
    const found = await Deposit.query().whereIn('id', ids).select('id', 'title')
    const titles = new Map(found.map(({ id, title }) => [id, title]))
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const title = titles.get(subject.id)
        if (title === undefined) return []
        const url = `/c/${tenant.slug}/archives/versements/${subject.id}`
        return [[position, { ...WORDS[type], title, url }]]
      })
    )
  },
}
