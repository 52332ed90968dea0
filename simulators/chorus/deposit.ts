import { said } from './answers.js'
import { faultsOf, readFlow } from './read_flow.js'
import type { ChorusState } from './state.js'

/** How long a flow stays in treatment. */
const TREATMENT_MS = 300

/** Takes an invoice in for a buyer; what Chorus Pro would refuse is a sentence. */
export async function take(
  state: ChorusState,
  wanted: {
    bytes: Buffer
    fileName: string
    buyer?: string
    flow?: string
    isAgain?: boolean
    works?: string
    precedingId?: number
    market?: string
  }
): Promise<{ id: number } | { refusal: string }> {
  const { bytes, buyer, flow = null, works, precedingId } = wanted
  const fileName = wanted.fileName.replace(/[^\w.-]+/g, '_').slice(-50)
  try {
    const read = await readFlow(bytes, buyer)
    const at = new Date().toISOString()
    const market = wanted.market ?? read.market
    const own = { id: state.nextId(), flow, fileName, at, market, works, precedingId }
    const invoice = { ...read, ...own }
    if (!/^\d{14}$/.test(invoice.buyer))
      return { refusal: 'Le destinataire est absent ou inconnu.' }
    if (!wanted.isAgain && state.isTaken(invoice))
      return { refusal: `La facture ${invoice.number} de ce fournisseur existe déjà cette année.` }
    state.deposit(invoice, bytes)
    return { id: invoice.id }
  } catch (error) {
    return { refusal: (error as Error).message }
  }
}

/** `deposer/flux`: answered at once, integrated or rejected a while later. */
export async function depositFlow(state: ChorusState, body: any): Promise<object> {
  const bytes = Buffer.from(body.fichierFlux ?? '', 'base64')
  const now = new Date()
  const flow = `FLX${now.getTime()}${state.facts.all.length}`
  const errors = await faultsOf(bytes)
  if (errors.length === 0) {
    const taken = await take(state, { bytes, fileName: body.nomFichier ?? 'flux.pdf', flow })
    if ('refusal' in taken) errors.push(taken.refusal)
  }
  const outcome = errors.length === 0 ? 'IN_INTEGRE' : 'IN_REJETE'
  const at = new Date(now.getTime() + TREATMENT_MS).toISOString()
  state.facts.add({ kind: 'flow', flow, name: body.nomFichier ?? '', outcome, errors, at })
  return said(0, 'GCU_MSG_01_000 : Succès', {
    numeroFluxDepot: flow,
    dateDepot: now.toISOString(),
    syntaxeFlux: body.syntaxeFlux,
  })
}

/** What became of a flow (`consulterCRDetaille`). */
export function reportOf(state: ChorusState, { numeroFluxDepot: wanted }: any): object {
  const found = state.facts.all.find((fact) => fact.kind === 'flow' && fact.flow === wanted)
  if (found?.kind !== 'flow') return said(20001, 'GDP_MSG_11.008 : Le flux est inconnu')
  const isTreated = Date.parse(found.at) <= Date.now()
  return said(0, 'GCU_MSG_01_000 : Succès', {
    numeroFluxDepot: found.flow,
    nomFichier: found.name,
    etatCourantDepotFlux: isTreated
      ? found.outcome
      : 'IN_DEPOT_PORTAIL_EN_ATTENTE_TRAITEMENT_SE_CPP',
    listeErreurDP: isTreated ? found.errors.map((libelleErreurDP) => ({ libelleErreurDP })) : [],
  })
}
