import { delegationsSeenBy, type DelegationLine } from '../circuit/delegations.js'
import { desksOf } from '../circuit/people.js'
import { here } from '#web/here'
import { inEachParapheur } from './everywhere.js'

/** An absence of one's own desks, or one that somebody else's desk asks of them. */
export interface OwnAbsence extends DelegationLine {
  place: string
  isMine: boolean
}

/** The absences of a person's desks and those that she covers, and where she plans one. */
export async function absencesOf(userId: string) {
  const places = await inEachParapheur(userId, async ({ slug, name: place }) => {
    const desks = (await desksOf(userId)).map(({ name }) => name)
    if (desks.length === 0) return []
    const lines = await delegationsSeenBy(userId, false)
    const url = here('parapheur.delegations.index', { tenant: { slug } })
    return [
      {
        ...{ place, url, desks: desks.join(', ') },
        lines: lines.map((line) => ({ ...line, place, isMine: desks.includes(line.desk) })),
      },
    ]
  })
  const lines: OwnAbsence[] = places.flatMap((place) => place.lines)
  return {
    places: places.map(({ place, url, desks }) => ({ place, url, desks })),
    mine: lines.filter(({ isMine }) => isMine),
    covered: lines.filter(({ isMine }) => !isMine),
  }
}
