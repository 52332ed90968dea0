import type { Meaning } from '#lib/meaning'

/** The keys of one consultation: how many of its holders stand, and how many must open. */
export interface Keys {
  standing: number
  holders: number
  threshold: number
  isPublished: boolean
}

/** What the loss of holders leaves possible, and what is done about it. */
export function quorumWords({ standing, holders, threshold, isPublished }: Keys): {
  meaning: Meaning
  words: string
} {
  const count = `${standing} porteur${standing > 1 ? 's' : ''} sur ${holders}, il en faut ${threshold}`
  if (standing === holders) return { meaning: 'done', words: `${count}.` }
  if (!isPublished)
    return {
      meaning: 'waiting',
      words: `${count}. Reprenez-la du parapheur : elle repartira avec le trousseau d’aujourd’hui.`,
    }
  if (standing > threshold)
    return { meaning: 'waiting', words: `${count} : l’ouverture reste assurée.` }
  if (standing === threshold)
    return {
      meaning: 'trouble',
      words: `${count} : l’ouverture reste possible, et ne supporte plus aucune perte.`,
    }
  return {
    meaning: 'trouble',
    words: `${count} : demandez aux porteurs retirés leur clé ou leur trousse de secours ; à défaut, chaque entreprise ouvre son pli avec la clé qu’elle a gardée.`,
  }
}
