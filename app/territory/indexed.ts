import { defineIndexed } from '#web/search'
import Axe from './models/axe.js'
import Fiche from './models/fiche.js'

/** A sheet by its number, its title and its sections; one that is not shown, to whom reads them all. */
export const fichesIndexed = defineIndexed('territory.fiche', Fiche, async (fiche) => {
  const axe = await Axe.find(fiche.axeId)
  return {
    permission: fiche.public ? 'territory.read' : 'territory.read_all',
    words: {
      A: [fiche.title, `${axe?.number}.${fiche.number}`],
      C: [axe?.title],
      D: sectionsOf(fiche),
    },
    publicWords: null,
  }
})

/** What a sheet says, section by section. */
export const sectionsOf = ({ sections }: Fiche): string[] =>
  Object.values(sections ?? {}).flat() as string[]
