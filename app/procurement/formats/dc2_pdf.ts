import { facts, heading, paragraphs } from '#lib/paper/prose'
import { table } from '#lib/paper/table'
import type { NamedMember } from './dc1_pdf.js'
import { beforeTaxWords } from '../rules/amount_words.js'
import { dcPaper, type Answered } from './dc_parts.js'

/** What one company of a candidature is and can do. */
export async function dc2Pdf(answered: Answered, { company, siret, facts: said }: NamedMember) {
  const { paper, finish } = await dcPaper(company, answered, {
    name: 'DC2',
    subject: 'Déclaration du candidat, ou du membre du groupement',
  })
  heading(paper, 2, 'Identification')
  facts(paper, [
    ['Dénomination', company],
    ['SIRET', siret],
    ['Forme juridique', said.legalForm],
    ['Micro, petite ou moyenne entreprise', said.isSme ? 'Oui' : 'Non'],
    ['Représentée par', `${said.representative}, ${said.quality}`],
    ['Courriel', said.email],
    ['Téléphone', said.phone],
    [
      'Redressement judiciaire',
      said.isInReceivership ? said.receivership : 'Aucune procédure en cours',
    ],
  ])
  heading(paper, 2, 'Capacité économique et financière')
  if (said.turnover.length > 0)
    table(
      paper,
      [
        { title: 'Exercice', share: 0.4 },
        { title: 'Chiffre d’affaires', share: 0.6, align: 'right' },
      ],
      said.turnover.map(({ year, amount }) => [String(year), beforeTaxWords(amount)])
    )
  facts(paper, [['Assurance des risques professionnels', said.insurer || 'Non précisée']])
  heading(paper, 2, 'Capacité technique et professionnelle')
  facts(paper, [['Effectif', said.workforce === null ? 'Non précisé' : String(said.workforce)]])
  const references = said.references.split(/\r?\n/).filter(Boolean)
  paragraphs(paper, references.length > 0 ? references : ['Aucune référence jointe.'])
  return finish()
}
