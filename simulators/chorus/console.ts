import type { IncomingMessage } from 'node:http'
import { take } from './deposit.js'
import { isScenario, SCENARIOS, type Mood } from './scenarios.js'
import { ChorusState, type Known } from './state.js'

/** What the others than the buyer do of an invoice, from the console. */
const GESTURES: Record<string, { status: string; comment?: string }> = {
  completer: { status: 'COMPLETEE', comment: 'Pièce ajoutée par le fournisseur.' },
  payer: { status: 'MISE_EN_PAIEMENT' },
}

/** What the console tells a program: every invoice, and each status as its buyer gave it. */
export function consoleReport(state: ChorusState, mood: Mood) {
  return {
    scenario: mood.name,
    scenarios: SCENARIOS,
    invoices: state.all().map((one) => ({
      ...one,
      status: ChorusState.current(one).status,
      received: one.passed
        .filter(({ byBuyer }) => byBuyer)
        .map(({ status, at }) => ({ status, at })),
    })),
  }
}

interface Ordered {
  status: number
  body: object
}

/** A gesture on the console: a scenario, a deposit, or what another does of an invoice. */
export async function order(
  url: URL,
  request: IncomingMessage,
  bodyOf: (request: IncomingMessage) => Promise<Buffer>,
  { state, mood }: { state: ChorusState; mood: Mood }
): Promise<Ordered> {
  const query = url.searchParams
  const good = (body: object): Ordered => ({ status: 200, body })
  const bad = (message: string): Ordered => ({ status: 422, body: { message } })
  switch (url.pathname) {
    case '/console/scenario': {
      const name = query.get('nom') ?? ''
      if (name !== '' && !isScenario(name)) return bad('Ce scénario n’existe pas.')
      mood.set(isScenario(name) ? name : null, Number(query.get('fois') ?? 1))
      return good({ scenario: mood.name })
    }
    case '/console/factures': {
      const bytes = await bodyOf(request)
      const [fileName, buyer] = [query.get('nom') ?? 'facture.pdf', query.get('destinataire')]
      const isAgain = query.get('encore') === 'oui'
      const copies = Number(query.get('copies') ?? 1)
      const ids: number[] = []
      for (let copy = 0; copy < copies; copy++) {
        const wanted = {
          ...{ bytes, fileName, ...worksIn(query), buyer: buyer ?? undefined },
          isAgain: isAgain || copy > 0,
        }
        const taken = await take(state, wanted)
        if ('refusal' in taken) return bad(taken.refusal)
        ids.push(taken.id)
      }
      return good({ ids })
    }
    case '/console/gestes': {
      const found = state.all().find(({ id }) => id === Number(query.get('id')))
      const gesture = GESTURES[query.get('geste') ?? '']
      if (found && query.get('geste') === 'renvoyer') return good(deliverAgain(state, found))
      if (!found || !gesture) return bad('Cette facture ou ce geste n’existe pas.')
      state.pass(found.id, { ...gesture, at: new Date().toISOString() })
      return good({ id: found.id, ...gesture })
    }
    default:
      return { status: 404, body: { message: 'Ce geste n’existe pas.' } }
  }
}

/** Which piece of works is deposited, of which contract, and which one it answers. */
const worksIn = (query: URLSearchParams) => ({
  works: query.get('travaux') || undefined,
  market: query.get('marche') || undefined,
  precedingId: Number(query.get('precedente')) || undefined,
})

/** The supplier has addressed it again (RECYCLEE): the same invoice is made available once more. */
function deliverAgain(state: ChorusState, { id }: Known): object {
  const now = Date.now()
  for (const [rank, status] of ['EN_COURS_ACHEMINEMENT', 'MISE_A_DISPOSITION'].entries())
    state.pass(id, { status, at: new Date(now + rank).toISOString(), comment: 'Recyclée' })
  return { id }
}
