import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEMO_DUME } from './demo.js'

/** `up`, or how it fails: 503. */
export type DumeMood = 'up' | 'down'

const PLATFORM = { siret: /^\d{14}$/, technicalId: /./ }

/**
 * The « Service DUME » of AIFE on this machine: `recupererDumeFormate` of `dumeA` and `dumeOE`, by a
 * number of eight signs. It knows `DEMO0001`, of a buyer; `POST /console?mood=down`.
 */
export async function start({ port = 0 }: { port?: number } = {}) {
  const known = { dumeA: new Map([['DEMO0001', DEMO_DUME]]), dumeOE: new Map<string, string>() }
  let mood: DumeMood = 'up'

  const server = createServer(async (request, response) => {
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const refuse = (code: string, message: string) =>
      say(200, { response: { messageList: [{ type: 'ERREUR', code, message }] } })
    const url = new URL(request.url ?? '/', 'http://dume')
    if (url.pathname === '/console') {
      if (request.method === 'POST') mood = (url.searchParams.get('mood') ?? 'up') as DumeMood
      return say(200, { mood, numbers: [...known.dumeA.keys(), ...known.dumeOE.keys()] })
    }
    if (mood === 'down') return say(503, { error: 'Service unavailable' })
    const [, api] = /^\/dume\/(dumeA|dumeOE)$/.exec(url.pathname) ?? []
    if (!api || request.method !== 'POST') return say(404, { error: 'Not found' })
    const asked = await bodyOf(request)
    const platform = asked.plateforme ?? {}
    if (
      !PLATFORM.siret.test(platform.idPlateforme ?? '') ||
      !PLATFORM.technicalId.test(platform.idTechniquePlateforme ?? '')
    )
      return refuse('PLATEFORME', 'La plateforme n’est pas connue.')
    if (asked.operation !== 'recupererDumeFormate' || asked.format !== '2')
      return refuse('OPERATION', 'L’opération n’est pas connue.')
    const xml = known[api as 'dumeA' | 'dumeOE'].get(asked.idDume)
    if (!xml) return refuse('DUME', 'Aucun DUME n’a ce numéro.')
    say(200, { response: { messageList: [], dume: Buffer.from(xml).toString('base64') } })
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    /** Its address as a setting has it. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dume`,
    /** Keeps a DUME under a number. */
    keep(number: string, xml: string, api: 'dumeA' | 'dumeOE' = 'dumeOE') {
      known[api].set(number, xml)
    },
    tell(wanted: DumeMood) {
      mood = wanted
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, any>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return {}
  }
}
