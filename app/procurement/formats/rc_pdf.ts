import { MUTED, type Paper } from '#lib/paper/paper'
import { bullets, facts, heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { table } from '#lib/paper/table'
import { LIMIT_WORDS } from '../rules/choices.js'
import type { Criterion } from '../rules/consultation_form.js'
import { paperOf, type Letterhead } from './print.js'
import { envelopesTold, lastPliTold, lotsOfRc, type RcLots } from './rc_lots.js'

/** What a règlement de consultation says. */
export interface RcFacts extends RcLots {
  reference: string
  title: string
  description: string
  nature: string
  cpv: string
  placeCode: string
  durationMonths: number
  /** The hour with its zone, in words. */
  deadline: string
  zone: string
  criteria: Criterion[]
  /** Of the DCE. */
  documents: { name: string; sha256: string }[]
  fingerprint: string
  holders: string[]
  threshold: number
  /** Whether a company answers once only, alone or in one group (R2142-21). */
  forbidsSeveralGroups: boolean
  /** Where everybody reads it. */
  url: string
}

/** The règlement de consultation, with every limit of the profile (CE 13/11/2025, n° 506640). */
export async function rcPdf(rc: RcFacts, letterhead: Letterhead): Promise<Buffer> {
  const paper = await paperOf(letterhead, `Règlement de consultation ${rc.reference}`, rc.title)
  paragraphs(paper, [letterhead.buyer, 'Règlement de la consultation'], MUTED)
  heading(paper, 1, rc.title)
  facts(paper, [
    ['Référence', rc.reference],
    ['Procédure', 'Procédure adaptée (code de la commande publique, R2123-1)'],
    ['Nature', rc.nature],
    ['Code CPV', rc.cpv],
    ['Lieu d’exécution', rc.placeCode],
    ['Durée', `${rc.durationMonths} mois`],
    ['Date et heure limites', `${rc.deadline} (${rc.zone})`],
  ])
  heading(paper, 2, 'Besoin')
  paragraphs(paper, rc.description.split(/\r?\n/).filter(Boolean))
  lotsOfRc(paper, rc)
  heading(paper, 2, 'Critères d’attribution')
  table(
    paper,
    [
      { title: 'Critère', share: 0.75 },
      { title: 'Points', share: 0.25, align: 'right' },
    ],
    rc.criteria.map(({ label, weight }) => [label, String(weight)])
  )
  heading(paper, 2, 'Répondre')
  bullets(paper, [
    `Les documents se lisent et se téléchargent sans compte : ${rc.url}`,
    `Le pli se dépose sur la même page, ${envelopesTold(rc)}. Aucun certificat n’est demandé au dépôt.`,
    `Limites : ${LIMIT_WORDS}.`,
    'L’heure qui compte est celle de la réception entière du pli, à la milliseconde, par l’horloge du profil d’acheteur. Un pli hors délai est reçu et gardé, et n’est pas ouvert (R2151-5).',
    lastPliTold(rc),
    rc.forbidsSeveralGroups ? ONE_CANDIDATURE : SEVERAL_CANDIDATURES,
    'Une copie de sauvegarde peut être transmise (arrêté du 22 mars 2019, annexe 6).',
  ])
  keys(paper, rc)
  heading(paper, 2, 'Documents de la consultation')
  paragraphs(
    paper,
    rc.documents.map(({ name, sha256 }) => `${name} : SHA-256 ${sha256}`),
    MUTED,
    9
  )
  runningFeet(paper, `${letterhead.buyer} · ${rc.reference}`)
  return paper.finish()
}

const MANDATAIRE =
  'Une même entreprise ne peut pas être mandataire de plus d’un groupement (R2142-23).'
const ONE_CANDIDATURE = `Les entreprises répondent seules ou en groupement, conjoint ou solidaire. Une entreprise ne se présente qu’à un seul titre : ni seule et en groupement, ni dans plusieurs groupements (R2142-21). ${MANDATAIRE}`
const SEVERAL_CANDIDATURES = `Les entreprises répondent seules ou en groupement, conjoint ou solidaire. Une entreprise peut se présenter à plusieurs titres (R2142-21). ${MANDATAIRE}`

function keys(paper: Paper, rc: RcFacts): void {
  heading(paper, 2, 'Le secret des plis')
  paragraphs(paper, [
    `Chaque pli est chiffré sur le poste de qui le dépose. Il faut ${rc.threshold} des ${rc.holders.length} porteurs de clé pour l’ouvrir, après l’heure limite : ${rc.holders.join(', ')}.`,
    'Empreinte du trousseau, que votre page de dépôt et votre récépissé doivent montrer :',
    rc.fingerprint,
  ])
}
