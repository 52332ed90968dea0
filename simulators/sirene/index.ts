import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { headed, pageOf, written } from './answers.js'
import { anyOf, ESTABLISHMENTS, type Establishment } from './establishments.js'

export interface SireneOptions {
  port?: number
  establishments?: Establishment[]
  slowMs?: number
  /** Whoever writes a SIRET whose key is right finds an open establishment, as in a demonstration. */
  knowsAll?: boolean
}

/** `up`, or how it fails: no answer for long, 503, 429. */
export type SireneMood = 'up' | 'slow' | 'down' | 'tooMany'

const PREFIX = '/api-sirene/3.11'

/**
 * INSEE's API Sirene 3.11 on this machine: `GET /siret/:siret`, `GET /siret?q=siren:…&nombre&curseur`,
 * `GET /siret/liensSuccession?q=siretEtablissementPredecesseur:…`; `POST /console?mood=down` for faults.
 */
export async function start(options: SireneOptions = {}) {
  const held = [...(options.establishments ?? ESTABLISHMENTS)].sort((a, b) =>
    a.siret.localeCompare(b.siret)
  )
  let mood: SireneMood = 'up'

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://sirene')
    if (url.pathname === '/console') {
      if (request.method === 'POST') mood = (url.searchParams.get('mood') ?? 'up') as SireneMood
      return json(response, 200, { mood, establishments: held.length })
    }
    if (mood === 'slow') await new Promise((done) => setTimeout(done, options.slowMs ?? 30_000))
    if (mood === 'down') return json(response, 503, headed(503, 'Service indisponible'))
    if (mood === 'tooMany') return json(response, 429, headed(429, 'Quota dépassé'))
    answer(held, url, response, options.knowsAll)
  })
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    /** Its address as a setting has it, without a slash at its end. */
    url: `http://127.0.0.1:${port}${PREFIX}`,
    tell(wanted: SireneMood) {
      mood = wanted
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function answer(held: Establishment[], url: URL, response: ServerResponse, knowsAll = false): void {
  const path = url.pathname.replace(PREFIX, '')
  const asked = url.searchParams.get('q') ?? ''
  if (path === '/siret/liensSuccession') {
    const [, siret] = /^siretEtablissementPredecesseur:(\d{14})$/.exec(asked) ?? []
    const moved = held.find((one) => one.siret === siret && one.successor)
    if (!moved) return nothing(response, `Aucun lien de succession pour ${siret}`)
    const link = {
      siretEtablissementPredecesseur: moved.siret,
      siretEtablissementSuccesseur: moved.successor,
      dateLienSuccession: moved.since,
      transfertSiege: true,
    }
    return json(response, 200, { ...headed(200, 'OK'), liensSuccession: [link] })
  }
  if (path === '/siret') {
    const [, siren] = /^siren:(\d{9})$/.exec(asked) ?? []
    const found = held.filter((one) => siren && one.siret.startsWith(siren))
    if (found.length === 0) return nothing(response, `Aucun élément trouvé pour q=${asked}`)
    return json(response, 200, pageOf(found, url.searchParams))
  }
  const [, siret] = /^\/siret\/(\d{14})$/.exec(path) ?? []
  if (!siret) return json(response, 400, headed(400, 'Erreur de syntaxe dans la requête'))
  const found = held.find((one) => one.siret === siret) ?? (knowsAll && anyOf(siret))
  if (!found) return nothing(response, `Aucun élément trouvé pour le siret ${siret}`)
  json(response, 200, { ...headed(200, 'OK'), etablissement: written(found) })
}

const nothing = (response: ServerResponse, message: string) =>
  json(response, 404, headed(404, message))

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
