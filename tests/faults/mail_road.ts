import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/**
 * The named points of the sending of a mail where its sender may die: once it has called, once the
 * server has the whole mail and has not said so, once the server has said yes.
 */
export const POINTS = ['called', 'unanswered', 'accepted'] as const
export type Point = (typeof POINTS)[number]

const END_OF_MAIL = '\r\n.\r\n'
const YES_AFTER_MAIL = /^250 /m

interface Road {
  /** Where the sender believes that the server is, and where it is. */
  host: string
  port: number
  serverHost: string
  /** Called at each point of each mail; true when the sender was killed there. */
  at(point: Point): boolean
}

/** Stands between a sender of mails and its server, and tells where each mail is on its way. */
export async function mailRoad({ host, port, serverHost, at }: Road): Promise<{ stop(): void }> {
  const open = new Set<Socket>()
  const road = createServer((sender) => {
    const server = connect(port, serverHost)
    for (const end of [sender, server]) {
      open.add(end)
      // Either end dies with its process: the other one is told by the end of the stream
      end.on('error', () => undefined).on('close', () => open.delete(end))
    }
    at('called')
    let sent = ''
    let isWhole = false
    sender.on('data', (part) => {
      sent = (sent + part.toString('latin1')).slice(-END_OF_MAIL.length)
      if (sent.endsWith(END_OF_MAIL)) isWhole = true
      server.write(part)
    })
    server.on('data', (part) => {
      const isYes = isWhole && YES_AFTER_MAIL.test(part.toString('latin1'))
      if (isYes) isWhole = false
      // The mail is kept: its sender dies without having heard so
      if (isYes && at('unanswered')) return
      sender.write(part)
      if (isYes) at('accepted')
    })
    sender.on('end', () => server.end())
    server.on('end', () => sender.end())
  })
  road.listen(port, host)
  await once(road, 'listening')
  return {
    stop() {
      road.close()
      open.forEach((end) => end.destroy())
    },
  }
}
