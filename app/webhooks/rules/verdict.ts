import type { Meaning } from '#lib/meaning'

/** Why no answer came, or that one did. */
export type Outcome =
  | 'answered'
  | 'timeout'
  | 'unknown_host'
  | 'private_address'
  | 'unreachable'
  | 'bad_certificate'
  | 'broken'

export interface Result {
  outcome: Outcome
  /** The status of the answer, if one came. */
  status: number | null
  durationMs: number
  /** The first characters of the answer. */
  excerpt: string | null
  /** In seconds. */
  retryAfter: number
}

/** What an attempt means: arrived, to be tried again, or not wanted any more (410 Gone). */
export function verdictOf({ outcome, status }: Pick<Result, 'outcome' | 'status'>) {
  if (outcome !== 'answered' || status === null) return 'failed'
  if (status >= 200 && status < 300) return 'arrived'
  return status === 410 ? 'gone' : 'failed'
}

const WORDS: Record<Exclude<Outcome, 'answered'>, string> = {
  timeout: 'Aucune réponse en 15 secondes',
  unknown_host: 'Nom de machine introuvable',
  private_address: 'Adresse refusée : elle n’est pas d’internet',
  unreachable: 'Connexion impossible',
  bad_certificate: 'Certificat refusé',
  broken: 'Réponse interrompue ou illisible',
}

/** An attempt in a few words and the shape that says it. */
export function attemptWords({ outcome, status }: { outcome: string; status: number | null }): {
  label: string
  meaning: Meaning
} {
  if (outcome !== 'answered')
    return { label: WORDS[outcome as keyof typeof WORDS] ?? 'Échec', meaning: 'trouble' }
  if (verdictOf({ outcome: 'answered', status }) === 'arrived')
    return { label: `Reçu (${status})`, meaning: 'done' }
  if (status! >= 300 && status! < 400)
    return { label: `Redirection non suivie (${status})`, meaning: 'trouble' }
  return { label: `Refusé (${status})`, meaning: 'trouble' }
}
