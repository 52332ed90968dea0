import type { ProjectFacts } from './project_facts.js'
import { type Finding, block, warning } from './finding.js'

export function eluReferent({ eluReferent: name }: ProjectFacts): Finding[] {
  return name ? [] : [block('elu_referent', 'Désignez l’élu ou l’élue référente au numérique.')]
}

export function quotite({ quotitePercent }: ProjectFacts): Finding[] {
  if (quotitePercent !== null && quotitePercent >= 20) return []
  return [
    block('quotite', 'Réservez au moins 20\u202f% du temps d’une cheffe ou d’un chef de projet.'),
  ]
}

// One of the two pilot communities took 13 months and succeeded: outside 6-9 is told, not refused.
export function duration({ durationMonths }: ProjectFacts): Finding[] {
  if (durationMonths === null) return [block('duree', 'Indiquez la durée prévue, en mois.')]
  if (durationMonths >= 6 && durationMonths <= 9) return []
  return [
    warning(
      'duree',
      `La durée prévue est de ${durationMonths} mois\u202f; la méthode conseille 6 à 9 mois.`
    ),
  ]
}

export function communes({ communes: count }: ProjectFacts): Finding[] {
  return count > 0 ? [] : [block('communes', 'Associez au moins une commune du territoire.')]
}
