/** What is no longer as the last frozen evaluation told it, line by line. */
export interface SinceLast {
  year: number
  changes: { what: string; before: string; now: string }[]
}

/** What of a report is compared. */
interface ComparedFiche {
  id: string
  number: string
  title: string
  statut: string
  indicators: { title: string; latest: string }[]
}

type Axes = { fiches: ComparedFiche[] }[]

const NONE = '–'

/** Compares with the frozen report of an earlier year: statuses and last figures that changed, actions that came or went. */
export function sinceLast(previous: { year: number; axes: Axes }, axes: Axes): SinceLast {
  const before = byId(previous.axes)
  const now = byId(axes)
  const kept = [...now.values()].flatMap((fiche) => {
    const known = before.get(fiche.id)
    return known
      ? changesOf(known, fiche)
      : [{ what: nameOf(fiche), before: NONE, now: 'Nouvelle action' }]
  })
  const gone = [...before.values()]
    .filter(({ id }) => !now.has(id))
    .map((fiche) => ({ what: nameOf(fiche), before: fiche.statut, now: 'Retirée du programme' }))
  return { year: previous.year, changes: [...kept, ...gone] }
}

function changesOf(before: ComparedFiche, now: ComparedFiche): SinceLast['changes'] {
  const statut =
    before.statut === now.statut
      ? []
      : [{ what: nameOf(now), before: before.statut, now: now.statut }]
  const figures = now.indicators.flatMap((indicator) => {
    const known = before.indicators.find(({ title }) => title === indicator.title)
    const what = `${now.number} ${indicator.title}`
    if (!known) return [{ what, before: NONE, now: 'Nouvel indicateur' }]
    if (known.latest === indicator.latest) return []
    return [{ what, before: known.latest, now: indicator.latest }]
  })
  return [...statut, ...figures]
}

const byId = (axes: Axes) =>
  new Map(axes.flatMap(({ fiches }) => fiches).map((fiche) => [fiche.id, fiche]))

const nameOf = ({ number, title }: ComparedFiche) => `${number} ${title}`
