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
  /** The best first. */
  offers: AwardedOffer[]
}

/** The decision of award, that who signs for the member signs. */
export async function awardPdf(award: AwardFacts, letterhead: Letterhead): Promise<Buffer> {
  const paper = await paperOf(letterhead, `Attribution ${award.reference}`, award.title)
  const [first] = award.offers
  paragraphs(paper, [letterhead.buyer, 'Décision d’attribution'], MUTED)
  heading(paper, 1, award.title)
  facts(paper, [
    ['Référence', award.reference],
    ['Titulaire', `${first.company} (SIRET ${first.siret})`],
    ['Montant', `${first.amount} € HT`],
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
  heading(paper, 2, 'Motifs')
  paragraphs(
    paper,
    award.offers.map(({ company, reason }) => `${company} : ${reason}`)
  )
  runningFeet(paper, `${letterhead.buyer} · ${award.reference}`)
  return paper.finish()
}

/** The letter to one of those who answered: what became of its offer, and why (R2181-1 and next). */
export async function letterPdf(
  award: AwardFacts,
  offer: AwardedOffer,
  letterhead: Letterhead
): Promise<Buffer> {
  const isFirst = offer.rank === 1
  const [first] = award.offers
  const subject = isFirst ? 'Votre offre est retenue' : 'Votre offre n’est pas retenue'
  const paper = await paperOf(letterhead, `${subject} : ${award.reference}`, award.title)
  paragraphs(paper, [letterhead.buyer, `À ${offer.company} (SIRET ${offer.siret})`], MUTED)
  heading(paper, 1, subject)
  paragraphs(paper, [
    `Vous avez répondu à la consultation ${award.reference}, « ${award.title} ».`,
    isFirst
      ? `Votre offre, d’un montant de ${offer.amount} € HT, est la première du classement, avec ${offer.note} points sur 100 : le marché vous est attribué.`
      : `Votre offre est classée au rang ${offer.rank} sur ${award.offers.length}, avec ${offer.note} points sur 100. Le marché est attribué à ${first.company}, dont l’offre a reçu ${first.note} points sur 100.`,
    `Motifs de la note de votre offre : ${offer.reason}`,
    isFirst
      ? 'Cette lettre vaut notification à la date où elle est mise à votre disposition sur le profil d’acheteur.'
      : 'Ce choix peut être contesté devant le tribunal administratif dans les deux mois qui suivent la publication de l’attribution.',
  ])
  return paper.finish()
}
