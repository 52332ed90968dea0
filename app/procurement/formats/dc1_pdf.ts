import { facts, heading, paragraphs } from '#lib/paper/prose'
import { table } from '#lib/paper/table'
import { FORMS, type CandidatureForm } from '../rules/candidature.js'
import type { CompanyFacts } from '../rules/company_facts.js'
import { dcPaper, type Answered } from './dc_parts.js'

/** A company of the candidature, as DC1 names it. */
export interface NamedMember {
  company: string
  siret: string
  part: string | null
  work: string
  facts: CompanyFacts
}

const ON_HONOUR =
  'Chaque candidat déclare sur l’honneur n’entrer dans aucun des cas d’exclusion prévus aux articles L2141-1 à L2141-5 et L2141-7 à L2141-10 du code de la commande publique (R2143-3).'

/** The letter of candidature, and in a group the habilitation of its mandataire (R2142-23). */
export async function dc1Pdf(
  answered: Answered,
  form: CandidatureForm,
  members: NamedMember[]
): Promise<Buffer> {
  const [mandataire] = members
  const { paper, finish } = await dcPaper(mandataire.company, answered, {
    name: 'DC1',
    subject: form === 'alone' ? 'Lettre de candidature' : 'Lettre de candidature d’un groupement',
  })
  heading(paper, 2, 'Présentation du candidat')
  facts(paper, [
    ['Forme', `${FORMS[form].label}. ${FORMS[form].help}`],
    [form === 'alone' ? 'Candidat' : 'Mandataire', `${mandataire.company} (${mandataire.siret})`],
    ['Représenté par', `${mandataire.facts.representative}, ${mandataire.facts.quality}`],
    ['Courriel', mandataire.facts.email],
  ])
  if (form !== 'alone') {
    heading(paper, 2, 'Membres du groupement et répartition des prestations')
    table(
      paper,
      [
        { title: 'Membre', share: 0.4 },
        { title: 'Prestations', share: 0.45 },
        { title: 'Part', share: 0.15, align: 'right' },
      ],
      members.map(({ company, siret, work, part }) => [
        `${company} (${siret})`,
        work || 'Ensemble des prestations',
        part ? `${Number(part).toLocaleString('fr-FR')} %` : '',
      ])
    )
    paragraphs(paper, [
      `Les membres du groupement habilitent ${mandataire.company} à les représenter auprès de l’acheteur, à présenter en leur nom la candidature et l’offre et à coordonner leurs prestations. Chacun a accepté d’en être, et a rempli lui-même sa candidature, par un lien envoyé à son adresse.`,
    ])
  }
  heading(paper, 2, 'Déclaration sur l’honneur')
  paragraphs(paper, [ON_HONOUR])
  for (const { company, facts: said } of members)
    paragraphs(paper, [`${company} : ${said.representative}, ${said.quality}, le déclare.`])
  return finish()
}
