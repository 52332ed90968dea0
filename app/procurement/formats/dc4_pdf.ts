import { facts, heading, paragraphs } from '#lib/paper/prose'
import type { SousTraitant } from '../rules/sous_traitant.js'
import { beforeTaxWords } from '../rules/amount_words.js'
import { dcPaper, type Answered } from './dc_parts.js'

/** The declaration of a sous-traitant made with the offer: each rubric that R2193-1 asks for. */
export async function dc4Pdf(
  answered: Answered,
  candidate: { company: string; siret: string },
  said: SousTraitant
): Promise<Buffer> {
  const { paper, finish } = await dcPaper(candidate.company, answered, {
    name: 'DC4',
    subject: 'Déclaration de sous-traitance',
  })
  facts(paper, [['Soumissionnaire', `${candidate.company} (${candidate.siret})`]])
  heading(paper, 2, 'Sous-traitant')
  facts(paper, [
    ['Nom ou dénomination', said.name],
    ['SIRET', said.siret ?? 'Non communiqué'],
    ['Adresse', said.address],
  ])
  heading(paper, 2, 'Prestations sous-traitées (R2193-1)')
  facts(paper, [
    ['Nature', said.nature],
    ['Montant maximum', beforeTaxWords(said.amount)],
    ['Conditions de paiement', said.payment],
    ['Variation des prix', said.priceVariation || 'Sans objet'],
    ['Capacités sur lesquelles le candidat s’appuie', said.capacities || 'Aucune'],
  ])
  heading(paper, 2, 'Déclaration du sous-traitant')
  paragraphs(paper, [
    `${said.name} déclare n’être placé dans aucun des cas d’exclusion mentionnés par les sections 1 et 2 du chapitre Ier du titre IV du livre Ier de la deuxième partie du code de la commande publique.`,
  ])
  return finish()
}
