import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { EICAR } from './daemons.js'

export interface StandInClamd {
  url: string
  /** How many files it was given. */
  seen(): number
  stop(): Promise<void>
}

const COMMAND = Buffer.from('zINSTREAM\0')

/**
 * What clamd says on its port (INSTREAM: each part after its length on four bytes, none at the end), for
 * machines without it. It knows one threat, that of the real one in the tests.
 */
export async function standInClamd(): Promise<StandInClamd> {
  let seen = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    let all = Buffer.alloc(0)
    socket.on('data', (part) => {
      all = Buffer.concat([all, part])
      const file = wholeFile(all)
      if (!file) return
      seen++
      socket.end(file.includes(EICAR) ? 'stream: Test.Eicar.UNOFFICIAL FOUND\0' : 'stream: OK\0')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: () => seen,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The file that came, once the empty part that ends it is there. */
function wholeFile(all: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= all.length;) {
    const length = all.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(all.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
