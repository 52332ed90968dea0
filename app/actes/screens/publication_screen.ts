import { seenIn } from '#web/forms/shared_form'
import type Acte from '../models/acte.js'
import { sharedPublication } from '../shared_publication.js'

/** What everybody reads of an acte, why, and what a person may do about it. */
export function publicationScreen(acte: Acte, slug: string, mayDecide: boolean) {
  const rule = acte.publicationRule
  const shown = acte.publicForm
  const isKeptBack = rule.verdict === 'kept_back'
  const may = (event: 'publish' | 'publish_copy' | 'unpublish') => mayDecide && acte.allows(event)
  const isKnown = acte.natureCode !== null && acte.natureCode !== undefined
  const shared = sharedPublication(acte)
  return {
    isKnown,
    form: shared.key,
    seen: seenIn(shared),
    title: TITLES[shown],
    text: textOf(acte),
    rule: isKnown && shown !== 'whole' && isKeptBack ? ruleWords(acte) : null,
    href: shown === 'none' ? null : `/p/${slug}/actes/${acte.id}`,
    mayPublish: shown === 'none' && !isKeptBack && may('publish') && acte.state !== 'acknowledged',
    mayCopy: shown === 'none' && may('publish_copy'),
    mayRemove: shown !== 'none' && may('unpublish'),
  }
}

const TITLES: Record<Acte['publicForm'], string> = {
  none: 'Pas au registre public',
  redacted: 'Une copie expurgée est au registre public',
  whole: 'Au registre public',
}

function textOf(acte: Acte): string {
  if (acte.publicForm === 'redacted')
    return `Tout le monde lit la copie, sous l’objet « ${acte.shownObjet} ».`
  if (acte.publicForm === 'whole')
    return 'Tout le monde lit l’acte, son original signé et ses annexes.'
  if (acte.publicationRule.verdict === 'kept_back') {
    return 'Il est transmis et archivé ; personne ne le lit hors de la collectivité.'
  }
  return acte.withheld
    ? 'Une personne l’a gardé hors du registre. Tant qu’un acte qui doit être publié ne l’est pas, il n’est pas exécutoire.'
    : 'Il y entrera une fois reçu en préfecture.'
}

function ruleWords({ publicationRule: { why, article, toConfirm } }: Acte) {
  const doubt = toConfirm
    ? ' Règle prudente, à confirmer par un juriste : si votre acte doit être publié, déposez une copie expurgée.'
    : ''
  return `${why} Texte : ${article}.${doubt}`
}
