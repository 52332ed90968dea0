import { sirene } from '#config/identities'
import logger from '@adonisjs/core/services/logger'
import { foreignJson } from '#lib/foreign_text'
import type { Found, Register } from './register.js'
import { readEstablishment } from './sirene_answers.js'

/** Somebody waits at her screen: beyond, the file is accepted and the register asked later. */
const WAIT_MS = 3_000
const PAGE = 20

async function ask(path: string): Promise<Found<any>> {
  if (!sirene.url) return { kind: 'unreachable' }
  try {
    const response = await fetch(`${sirene.url}${path}`, {
      headers: {
        accept: 'application/json',
        ...(sirene.key && { 'x-insee-api-key-integration': sirene.key.release() }),
      },
      signal: AbortSignal.timeout(WAIT_MS),
    })
    if (response.status === 404) return { kind: 'absent' }
    if (!response.ok) return unreachable(`${response.status}`)
    return { kind: 'found', value: foreignJson(await response.text()) }
  } catch (error) {
    // A network that is down, an answer that is no JSON: the same for who waits
    return unreachable((error as Error).message)
  }
}

function unreachable(reason: string): { kind: 'unreachable' } {
  logger.warn({ event: 'sirene_unreachable', reason }, 'the register of establishments is silent')
  return { kind: 'unreachable' }
}

/** INSEE's API Sirene 3.11. */
export const sireneRegister: Register = {
  async find(siret) {
    const answer = await ask(`/siret/${siret}`)
    if (answer.kind !== 'found') return answer
    const entry = readEstablishment(answer.value.etablissement)
    return entry ? { kind: 'found', value: entry } : unreachable('an answer without a name')
  },

  async ofUnit(siren, from) {
    const query = new URLSearchParams({
      q: `siren:${siren}`,
      nombre: String(PAGE),
      curseur: from ?? '*',
    })
    const answer = await ask(`/siret?${query}`)
    if (answer.kind !== 'found') return answer
    const { header, etablissements = [] } = answer.value
    const entries = etablissements.flatMap((one: unknown) => readEstablishment(one) ?? [])
    const isLast = etablissements.length < PAGE || header.curseurSuivant === header.curseur
    const next = isLast ? null : String(header.curseurSuivant)
    return { kind: 'found', value: { entries, total: Number(header.total), next } }
  },

  async successorOf(siret) {
    const answer = await ask(`/siret/liensSuccession?q=siretEtablissementPredecesseur:${siret}`)
    if (answer.kind !== 'found') return answer
    const successor = answer.value.liensSuccession?.[0]?.siretEtablissementSuccesseur
    return successor ? { kind: 'found', value: String(successor) } : { kind: 'absent' }
  },
}
