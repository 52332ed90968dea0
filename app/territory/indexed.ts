import { defineIndexed } from '#web/search'
import Axe from './models/axe.js'
import Fiche from './models/fiche.js'
import Indicator from './models/indicator.js'

/** A sheet by its number, its title, its sections and its indicators; one that is not shown, to whom reads them all. */
export const fichesIndexed = defineIndexed('territory.fiche', Fiche, async (fiche) => {
  const axe = await Axe.find(fiche.axeId)
  const counted = await indicatorsOf([fiche.id])
  return {
    permission: fiche.public ? 'territory.read' : 'territory.read_all',
    words: {
      A: [fiche.title, `${axe?.number}.${fiche.number}`],
      C: [axe?.title],
      D: ['fiche action', ...sectionsOf(fiche), ...counted.map(({ title }) => title)],
    },
    publicWords: null,
  }
}).with(Indicator, ({ ficheId }) => ficheId)

/** What some sheets count. */
export const indicatorsOf = (ids: string[]): Promise<Indicator[]> =>
  Indicator.query().whereIn('ficheId', ids).exec()

/** What a sheet says, section by section. */
export const sectionsOf = ({ sections }: Fiche): string[] =>
  Object.values(sections ?? {}).flat() as string[]
