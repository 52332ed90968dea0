import { bullets, heading, paragraphs } from '#lib/paper/prose'
import { table } from '#lib/paper/table'
import type { Paper } from '#lib/paper/paper'

/** What a règlement says of the lots; no lot, and it says nothing. */
export interface RcLots {
  /** In the order of their numbers. */
  lots: { name: string; cpv: string }[]
  /** Null: all of them. */
  mostLotsAnswered: number | null
  mostLotsWon: number | null
}

/** The lots, and the rules that R2113-1 wants in the documents of the consultation. */
export function lotsOfRc(paper: Paper, { lots, mostLotsAnswered, mostLotsWon }: RcLots): void {
  if (lots.length === 0) return
  heading(paper, 2, `Lots : ${lots.length}`)
  table(
    paper,
    [
      { title: 'Lot', share: 0.75 },
      { title: 'Code CPV', share: 0.25 },
    ],
    lots.map(({ name, cpv }) => [name, cpv])
  )
  paragraphs(paper, ['Chaque lot donne un marché. Les critères sont les mêmes pour tous.'])
  bullets(paper, [mostAnsweredWords(mostLotsAnswered), mostWonWords(mostLotsWon)])
}

/** How many lots one company may answer, as everybody reads it. */
export const mostAnsweredWords = (most: number | null): string =>
  most === null
    ? 'Une entreprise peut répondre à un lot, à plusieurs ou à tous (R2113-1).'
    : `Une entreprise répond à ${most} lot${most > 1 ? 's' : ''} au plus (L2113-10).`

/** How many it may win, and what happens beyond. */
export const mostWonWords = (most: number | null): string =>
  most === null
    ? 'Une entreprise peut obtenir tous les lots auxquels elle répond.'
    : `Une entreprise obtient ${most} lot${most > 1 ? 's' : ''} au plus (L2113-10). Les lots s’attribuent dans l’ordre de leurs numéros : celui que gagnerait une entreprise qui a son compte va à la suivante du classement.`

/** In which envelopes one answers. */
export const envelopesTold = ({ lots }: RcLots): string =>
  lots.length === 0
    ? 'en deux enveloppes : candidature et offre'
    : 'en une fois pour tous les lots choisis : une enveloppe pour la candidature, et une pour l’offre de chaque lot'

/** What « the last » means where lots differ: the whole pli (R2151-6: « transmet son offre en une seule fois »). */
export const lastPliTold = ({ lots }: RcLots): string =>
  lots.length === 0
    ? 'Seul le dernier pli reçu dans le délai est ouvert (R2151-6).'
    : 'Seul le dernier pli reçu dans le délai est ouvert (R2151-6). Il remplace le précédent en entier, quels que soient leurs lots : un lot auquel il ne répond plus n’a plus d’offre.'
