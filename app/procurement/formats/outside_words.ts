import type { OutsideSight, ProbeSight } from '../outside/sight.js'
import { durationWords, lengthOf } from '../rules/availability.js'
import type { Disagreement } from '../rules/seen_outside.js'

/** What one probe saw, in one line; `words` says an instant. */
export function probeWords(
  { name, measure, late, lastReceivedAt, mistimed }: ProbeSight,
  words: (instant: number) => string
): string {
  const seen = [
    `${measure.looks} mesures, dont ${measure.failed} sans réponse`,
    `non mesuré : ${durationWords(lengthOf(measure.unknown))}`,
  ]
  if (late > 0)
    seen.push(`${late} reçues après leur minute, la dernière le ${words(lastReceivedAt!)}`)
  if (mistimed > 0) seen.push(`${mistimed} datées par une horloge fausse, qui ne comptent pas`)
  return `« ${name} » : ${seen.join(' ; ')}.`
}

/** Which of the two saw it answer. */
export function disagreementWords({ inside, outside }: Disagreement): string {
  const there = outside ? 'le dehors a eu une réponse' : 'le dehors n’en a pas eu'
  if (inside === null) return `rien ne fut mesuré du dedans ; ${there}.`
  return `le dedans ${inside ? 'a eu une réponse' : 'n’en a pas eu'} ; ${there}.`
}

/** One sentence, which never says more than what was measured. */
export function outsideConclusion(sight: OutsideSight | null): string {
  if (!sight)
    return 'Aucune sonde n’a regardé : seul ce que la plateforme a vu d’elle-même est dit ici.'
  const { down, unknown, looks } = sight.measure
  if (looks === 0) return 'Aucune mesure n’est datée assez sûrement pour compter.'
  const answered =
    down.length === 0
      ? 'La plateforme a répondu à chaque minute mesurée'
      : `Aucune sonde n’a eu de réponse pendant ${durationWords(lengthOf(down))}`
  const silence =
    unknown.length === 0 ? '' : ` ; pendant ${durationWords(lengthOf(unknown))}, aucune n’a mesuré`
  return `${answered}${silence}.`
}
