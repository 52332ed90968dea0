import { defineNews, type Told } from '#web/news'
import Deposit from './models/deposit.js'

const ARCHIVE = 'L’archive'

const WORDS: Record<string, { did: string; who?: string }> = {
  'archiving.deposit_accept': { who: ARCHIVE, did: 'a accepté' },
  'archiving.deposit_reject': { who: ARCHIVE, did: 'a rejeté' },
  'archiving.deposit_fail': { did: 'n’a pas pu terminer' },
  'archiving.deposit_retry': { did: 'a repris' },
  'archiving.deposit_held': { did: 'a gelé' },
  'archiving.deposit_released': { did: 'a levé le gel de' },
}

defineNews({
  capability: 'archiving',
  permission: 'archiving.read',
  types: Object.keys(WORDS),
  async tell(entries, { tenant }) {
    const ids = [...new Set(entries.map(({ subject }) => subject.id))]
    const found = await Deposit.query().whereIn('id', ids).select('id', 'title')
    const titles = new Map(found.map(({ id, title }) => [id, title]))
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const note = titles.get(subject.id)
        if (note === undefined) return []
        const url = `/c/${tenant.slug}/archives/versements/${subject.id}`
        return [[position, { ...WORDS[type], title: 'un versement', note, url }]]
      })
    )
  },
})
