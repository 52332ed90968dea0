import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'

/** What PostgreSQL answers while it recovers: FATAL 57P03. */
function startingUp(): Buffer {
  const fields = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0'
  const message = Buffer.alloc(5)
  message.write('E')
  message.writeInt32BE(4 + fields.length, 1)
  return Buffer.concat([message, Buffer.from(fields)])
}

/**
 * A relay before PostgreSQL: it passes everything on, until `recover()` makes it cut every
 * connection and refuse new ones as a server that is starting up, and `serve()` ends that.
 */
export async function moodyRelay(url: string) {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let recovering = false
  let refused = 0
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
    if (recovering) {
      refused++
      socket.once('data', () => socket.end(startingUp()))
      return
    }
    const upstream = connect(Number(port || 5432), hostname)
    upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy())
    socket.on('close', () => upstream.destroy())
    socket.pipe(upstream).pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = new URL(url)
  address.hostname = '127.0.0.1'
  address.port = String((server.address() as { port: number }).port)
  return {
    url: address.href,
    refused: () => refused,
    recover() {
      recovering = true
      open.forEach((socket) => socket.destroy())
    },
    serve: () => void (recovering = false),
    async close() {
      open.forEach((socket) => socket.destroy())
      server.close()
      await once(server, 'close')
    },
  }
}
