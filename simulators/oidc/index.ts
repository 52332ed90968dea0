import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fault } from './faults.js'
import { Keys } from './keys.js'
import type { ProviderOptions } from './options.js'
import { SimulatedProvider } from './provider.js'

export type { Fault } from './faults.js'
export type { Account, Algorithm, Client, ProviderOptions } from './options.js'

/** A provider that runs: its issuer, and what a test or a demonstration may tell it. */
export interface RunningProvider {
  /** Its front page, where its faults are told: `GET` and `POST /console`. */
  url: string
  issuer: string
  tell(fault: Fault): Promise<void>
  /** The `sub` of whoever has a session open there. */
  sessions(): string[]
  /** How many times an address was asked: `/jwks`. */
  asked(path: string): number
  stop(): Promise<void>
}

/** Starts a provider on this machine only: the protocol of the real one, without its people. */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  let port = 0
  const issuer = () => `http://localhost:${port}/api/v2`
  const provider = new SimulatedProvider(options, await Keys.generate(), issuer)
  const server = createServer((request, response) => {
    provider.answer(request, response).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(error.message)
    })
  })
  await new Promise<void>((ready) => server.listen(options.port ?? 0, 'localhost', ready))
  port = (server.address() as AddressInfo).port
  return {
    url: `http://localhost:${port}/console`,
    issuer: issuer(),
    tell: (fault) => provider.tell(fault),
    sessions: () => [...provider.sessions],
    asked: (path) => provider.asked.get(path) ?? 0,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
