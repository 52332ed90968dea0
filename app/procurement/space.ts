import { clock } from '#kernel/clock'
import {
  askBehind,
  establishmentsClaimedBy,
  establishmentsOf,
  type Door,
  type SpaceLink,
} from '#rooms/outsiders'
import { countOwnSearches } from './alerts/own_search.js'
import { countAnswers } from './answers/own_answers.js'
import { WARNED_DAYS } from './rules/proof_kinds.js'

const PROOFS = `select count(*)::integer as count,
    count(*) filter (where expires_on < :today)::integer as over,
    count(*) filter (where expires_on between :today and :soon)::integer as ending
  from procurement.proofs`

/** What public contracts keep for somebody who acts for a company: none for who acts for none. */
export async function space({ personId }: Door): Promise<SpaceLink[]> {
  const claimed = await establishmentsClaimedBy(personId)
  const answers = await countAnswers(personId)
  const searches = await countOwnSearches(personId)
  if (claimed.length === 0 && answers === 0 && searches === 0) return []
  return [await vault(personId), answersLink(answers), searchesLink(searches)]
}

/** Of the companies for which somebody vouched that she acts; the policy of the table counts no other. */
async function vault(personId: string): Promise<SpaceLink> {
  const link = { label: 'Coffre de pièces', url: '/moi/coffre', icon: 'archive' }
  const establishments = (await establishmentsOf(personId)).map(({ id }) => id)
  if (establishments.length === 0)
    return { ...link, text: 'Il s’ouvre quand votre rattachement à l’entreprise est accordé.' }
  const today = clock.today()
  const days = { today: today.toString(), soon: today.plusDays(WARNED_DAYS).toString() }
  const [{ count, over, ending }] = await askBehind({ establishments }, PROOFS, days)
  const text =
    count === 0
      ? 'Vide : déposez-y vos attestations une fois, pour tous les marchés.'
      : `${plural(count, 'pièce')} à joindre à vos plis.`
  const warning = [
    over > 0 && `${plural(over, 'pièce périmée', 'pièces périmées')}`,
    ending > 0 && `${plural(ending, 'pièce finit', 'pièces finissent')} bientôt`,
  ].filter(Boolean)
  return { ...link, text, ...(warning.length > 0 && { warning: warning.join(', ') }) }
}

const answersLink = (count: number): SpaceLink => ({
  ...{ label: 'Mes réponses', url: '/moi/marches', icon: 'gavel' },
  text:
    count === 0
      ? 'Aucune encore : choisissez une consultation, puis « Répondre ».'
      : `${plural(count, 'consultation')} où vous préparez ou avez déposé une réponse.`,
})

const searchesLink = (count: number): SpaceLink => ({
  ...{ label: 'Mes recherches', url: '/moi/recherches', icon: 'search' },
  text:
    count === 0
      ? 'Dites ce que fait votre entreprise : vous serez prévenu des marchés qui paraissent.'
      : `${plural(count, 'recherche enregistrée', 'recherches enregistrées')}.`,
})

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count > 1 ? many : one}`
