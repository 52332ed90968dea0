import { MUTED } from '#lib/paper/paper'
import { facts, heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { table } from '#lib/paper/table'
import { paperOf, type Letterhead } from './print.js'

export interface AwardedOffer {
  company: string
  siret: string
  note: string
  amount: string
  reason: string
  rank: number
}

export interface AwardFacts {
  reference: string
  title: string
  /** « Lot 2 : Menuiseries », or null where the consultation is not divided. */
  lot: string | null
  /** The best first. */
  offers: AwardedOffer[]
  /** The best of those that may win it (L2113-10). */
  winner: AwardedOffer
}

/** The decision of award, that who signs for the member signs. */
export async function awardPdf(award: AwardFacts, letterhead: Letterhead): Promise<Buffer> {
  const paper = await paperOf(letterhead, `Attribution ${award.reference}`, award.title)
  const { winner } = award
  paragraphs(paper, [letterhead.buyer, 'Décision d’attribution'], MUTED)
  heading(paper, 1, award.title)
  facts(paper, [
    ['Référence', award.reference],
    ...(award.lot ? [['Lot', award.lot] as [string, string]] : []),
    ['Titulaire', `${winner.company} (SIRET ${winner.siret})`],
    ['Montant', `${winner.amount} € HT`],
  ])
  heading(paper, 2, 'Classement des offres')
  table(
    paper,
    [
      { title: 'Rang', share: 0.1 },
      { title: 'Entreprise', share: 0.5 },
      { title: 'Note sur 100', share: 0.2, align: 'right' },
      { title: 'Montant HT', share: 0.2, align: 'right' },
    ],
    award.offers.map(({ rank, company, note, amount }) => [
      String(rank),
      company,
      note,
      `${amount} €`,
    ])
  )
  if (winner.rank > 1) paragraphs(paper, [ENOUGH])
  heading(paper, 2, 'Motifs')
  paragraphs(
    paper,
    award.offers.map(({ company, reason }) => `${company} : ${reason}`)
  )
  runningFeet(paper, `${letterhead.buyer} · ${award.reference}`)
  return paper.finish()
}

/** Why the first of a ranking may not be the holder. */
const ENOUGH =
  'Les entreprises classées avant le titulaire ont déjà le nombre de lots que le règlement leur permet d’obtenir (L2113-10).'

/** The letter to one of those who answered: what became of its offer, and why (R2181-1 and next). */
export async function letterPdf(
  award: AwardFacts,
  offer: AwardedOffer,
  letterhead: Letterhead
): Promise<Buffer> {
  const isRetained = offer === award.winner
  const subject = isRetained ? 'Votre offre est retenue' : 'Votre offre n’est pas retenue'
  const paper = await paperOf(letterhead, `${subject} : ${award.reference}`, award.title)
  paragraphs(paper, [letterhead.buyer, `À ${offer.company} (SIRET ${offer.siret})`], MUTED)
  heading(paper, 1, subject)
  paragraphs(paper, [
    `Vous avez répondu à la consultation ${award.reference}, « ${award.title} »${award.lot ? `, ${award.lot}` : ''}.`,
    isRetained ? retainedWords(award, offer) : rejectedWords(award, offer),
    `Motifs de la note de votre offre : ${offer.reason}`,
    isRetained
      ? 'Cette lettre vaut notification à la date où elle est mise à votre disposition sur le profil d’acheteur.'
      : 'Ce choix peut être contesté devant le tribunal administratif dans les deux mois qui suivent la publication de l’attribution.',
  ])
  return paper.finish()
}

const retainedWords = ({ lot }: AwardFacts, { amount, note, rank }: AwardedOffer) =>
  `Votre offre, d’un montant de ${amount} € HT, est ${rank === 1 ? 'la première' : 'la première qui puisse l’obtenir'} du classement, avec ${note} points sur 100 : le ${lot ? 'lot' : 'marché'} vous est attribué.`

function rejectedWords({ lot, offers, winner }: AwardFacts, { rank, note }: AwardedOffer): string {
  const ranked = `Votre offre est classée au rang ${rank} sur ${offers.length}, avec ${note} points sur 100.`
  const given = `Le ${lot ? 'lot' : 'marché'} est attribué à ${winner.company}, dont l’offre a reçu ${winner.note} points sur 100.`
  return rank < winner.rank
    ? `${ranked} Vous avez déjà le nombre de lots que le règlement vous permet d’obtenir (L2113-10). ${given}`
    : `${ranked} ${given}`
}
