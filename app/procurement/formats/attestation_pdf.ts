import { MUTED } from '#lib/paper/paper'
import { bullets, facts, heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import type { OutsideSight } from '../outside/sight.js'
import { durationWords, lengthOf, type Interval, type Measure } from '../rules/availability.js'
import { disagreementWords, outsideConclusion, probeWords } from './outside_words.js'
import { paperOf, type Letterhead } from './print.js'

/** What an attestation says; instants are already in words. */
export interface AttestationFacts {
  reference: string
  title: string
  deadline: string
  from: string
  to: string
  zone: string
  measure: Measure
  /** Null where nobody looked from elsewhere. */
  outside: OutsideSight | null
  /** The same instants in words. */
  words: (instant: number) => string
  faults: string[]
  /** Null before the hour. */
  attempts: string[] | null
}

const LIMITS = [
  'La sonde interroge la plateforme à son adresse publique, une fois par minute. Une panne plus courte peut lui échapper.',
  'Vue du dedans, elle part de la machine de la plateforme : elle ne voit ni le réseau de l’entreprise, ni celui qui l’en sépare.',
  'Vue du dehors, elle part d’ailleurs, et signe chaque mesure d’une clé que la plateforme n’a pas : qui tient cette clé peut mentir. Une mesure reçue tard porte l’heure où elle est venue.',
  'Le relevé joint (releve.jsonl) donne chaque mesure ; le journal les résume une fois par jour, puis toutes les dix minutes dans les deux dernières heures. Avant ce résumé, qui tient la base pourrait les changer.',
  'Là où rien n’a été mesuré, rien n’est attesté : ce n’est pas une preuve de disponibilité.',
  'Les erreurs de la plateforme sont celles qu’elle a pu inscrire ; pendant une panne de sa base, elle n’a rien inscrit.',
]

/** What the platform was in an interval: what is known, and what is not. */
export async function attestationPdf(
  told: AttestationFacts,
  letterhead: Letterhead
): Promise<Buffer> {
  const title = `Attestation de disponibilité ${told.reference}`
  const paper = await paperOf(letterhead, title, told.title)
  const { measure, outside } = told
  paragraphs(paper, [letterhead.buyer, 'Attestation de disponibilité du profil d’acheteur'], MUTED)
  heading(paper, 1, told.title)
  facts(paper, [
    ['Référence', told.reference],
    ['Heure limite', `${told.deadline} (${told.zone})`],
    ['Du', told.from],
    ['Au', told.to],
    ['Mesures, vu du dedans', `${measure.looks}, dont ${measure.failed} sans réponse`],
    ['Réponse la plus lente', measure.slowestMs === null ? '—' : `${measure.slowestMs} ms`],
    ['Indisponible', durationWords(lengthOf(measure.down))],
    ['Non mesuré', durationWords(lengthOf(measure.unknown))],
  ])
  heading(paper, 2, 'Conclusion')
  paragraphs(paper, [
    `Vu du dedans. ${conclusionOf(measure)}`,
    `Vu du dehors. ${outsideConclusion(outside)}`,
  ])
  if (outside) tellOutside(outside)
  list('Indisponibilités', measure.down.map(said), 'Aucune dans ce qui a été mesuré.')
  list('Ce qui n’a pas été mesuré', measure.unknown.map(said), 'Rien : tout l’intervalle l’a été.')
  list('Erreurs de la plateforme pendant un dépôt', told.faults, 'Aucune n’est inscrite.')
  if (told.attempts === null)
    paragraphs(paper, ['Les envois ne se disent qu’après l’heure limite.'], MUTED)
  else list('Envois', told.attempts, 'Aucun dans cet intervalle.')
  heading(paper, 2, 'Ce que cette attestation ne dit pas')
  bullets(paper, LIMITS)
  runningFeet(paper, `${letterhead.buyer} · ${told.reference}`)
  return paper.finish()

  function tellOutside({ probes, measure: seen, disagreements }: OutsideSight): void {
    list(
      'Vu du dehors',
      probes.map((one) => probeWords(one, told.words)),
      ''
    )
    list('Indisponibilités vues du dehors', seen.down.map(said), 'Aucune.')
    const differing = disagreements.map((one) => `${said(one)} : ${disagreementWords(one)}`)
    list('Ce que le dedans et le dehors ne disent pas pareil', differing, 'Rien : ils s’accordent.')
  }

  function said({ from, to }: Interval): string {
    return `Du ${told.words(from)} au ${told.words(to)} (${durationWords(to - from)})`
  }

  function list(name: string, lines: string[], none: string): void {
    heading(paper, 2, name)
    if (lines.length === 0) paragraphs(paper, [none])
    else bullets(paper, lines)
  }
}

/** One sentence, which never says more than what was measured. */
export function conclusionOf({ looks, down, unknown }: Measure): string {
  if (looks === 0)
    return 'Rien n’a été mesuré dans cet intervalle : la plateforme ne peut rien attester.'
  const broken =
    down.length === 0
      ? 'La plateforme a répondu à toutes les mesures'
      : `La plateforme n’a pas répondu pendant ${durationWords(lengthOf(down))}`
  return unknown.length === 0
    ? `${broken}, sans interruption des mesures.`
    : `${broken} ; pendant ${durationWords(lengthOf(unknown))}, rien n’a été mesuré et rien n’est attesté.`
}
