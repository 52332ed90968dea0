import type { Meaning } from '#lib/meaning'
import type OutsideProbe from './probe.js'
import { troubleOf } from './silence.js'

/** A probe as the list of the operator shows it. */
export function probeLine(probe: OutsideProbe) {
  const { id, name, heardAt, publicKey, revokedAt } = probe
  return { id, name, heardAt, publicKey, isRevoked: revokedAt !== null, ...stateOf(probe) }
}

function stateOf(probe: OutsideProbe): {
  state: { label: string; meaning: Meaning }
  trouble: string | null
} {
  if (probe.revokedAt) return { state: { label: 'Révoquée', meaning: 'plain' }, trouble: null }
  const trouble = troubleOf(probe)
  if (!trouble) return { state: { label: 'Regarde', meaning: 'done' }, trouble: null }
  if (!probe.heardAt) return { state: { label: 'À installer', meaning: 'waiting' }, trouble }
  return { state: { label: 'À voir', meaning: 'trouble' }, trouble }
}
