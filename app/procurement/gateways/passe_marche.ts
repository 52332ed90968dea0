import { passeMarche } from '#config/passe_marche'
import { foreignJson } from '#lib/foreign_text'
import { ask, unreachable, type Answered } from './passe_marche_call.js'

export interface AnnouncedMarket {
  name: string
  /** ISO 8601, to come. */
  deadline: string
  /** Of the buyer. */
  siret: string
  nature: 'travaux' | 'fournitures' | 'services'
}

const PACKAGE_WAIT_MS = 60_000
const MOST_PACKAGE_BYTES = 100_000_000
const TYPES = { travaux: 'works', fournitures: 'supplies', services: 'services' } as const

export { isPasseMarcheAsked, type Answered } from './passe_marche_call.js'

/** Where a company completes its candidature. */
export const applicationUrl = (identifier: string): string =>
  `${passeMarche.url}/candidate/market_applications/${identifier}/company_identification`

/** Announces a consultation; its number there, `VR-…`. */
export async function openMarket(market: AnnouncedMarket): Promise<Answered<string>> {
  const { name, deadline, siret, nature } = market
  const told = { deadline, siret, name: name.slice(0, 255), market_type_codes: [TYPES[nature]] }
  return identifierOf(
    await ask('POST', '/public_markets', { public_market: told }),
    /^VR-[\w-]{4,40}$/
  )
}

/** Begins the candidature of a company by its SIRET; its number there, `FT…`. */
export async function openApplication(market: string, siret: string): Promise<Answered<string>> {
  const path = `/public_markets/${market}/market_applications`
  return identifierOf(await ask('POST', path, { market_application: { siret } }), /^FT[\w-]{4,40}$/)
}

/** The proofs of a candidature that is completed, in a ZIP that a stranger made. */
export async function packageOf(application: string): Promise<Answered<Buffer>> {
  const path = `/market_applications/${application}/documents_package`
  const answer = await ask('GET', path, undefined, PACKAGE_WAIT_MS)
  if (answer.kind !== 'found') return answer
  const size = Number(answer.value.headers.get('content-length') ?? 0)
  if (size > MOST_PACKAGE_BYTES) return { kind: 'refused', why: 'Ce dossier dépasse 100 Mo.' }
  const bytes = Buffer.from(await answer.value.arrayBuffer())
  return { kind: 'found', value: bytes }
}

async function identifierOf(answer: Answered<Response>, shape: RegExp): Promise<Answered<string>> {
  if (answer.kind !== 'found') return answer
  const { identifier } = foreignJson(await answer.value.text()) as { identifier?: unknown }
  return shape.test(String(identifier))
    ? { kind: 'found', value: String(identifier) }
    : unreachable('an answer without an identifier')
}
