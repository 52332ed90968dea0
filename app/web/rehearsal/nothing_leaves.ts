import { Socket } from 'node:net'
import { isHeldIn } from './state.js'

/** A copy of the platform would have spoken to the world as if it were the real one. */
export class NothingLeaves extends Error {
  readonly code = 'E_REHEARSAL'
  constructor(to: string) {
    super(`Répétition : rien ne sort d’ici, et surtout pas vers ${to}.`)
  }
}

const USUAL: Record<string, number> = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'redis:': 6379,
  'https:': 443,
  'http:': 80,
}

const doorOf = (url: string): string => {
  const { hostname, port, protocol } = new URL(url)
  return `${hostname.replace(/^\[|\]$/g, '')}:${port || USUAL[protocol]}`
}

/** What the platform is made of: its base, its files. All else is the world. */
export const insideDoors = (urls: (string | undefined)[]): Set<string> =>
  new Set(urls.filter((url) => url !== undefined).map(doorOf))

/** Whether a connection asked of Node goes to one of these doors, or to a file of this machine. */
export function staysInside(asked: any, inside: Set<string>): boolean {
  if (typeof asked === 'string' || asked?.path) return true
  const { host = 'localhost', port } = typeof asked === 'object' ? asked : { port: asked }
  return inside.has(`${host}:${port}`)
}

/**
 * Refuses, at the last step before the network, every connection of this process to the world as long
 * as it is held in: whatever room, job or library asks for it, today's and those to come.
 */
export function holdIn(inside: Set<string>): void {
  const connect = Socket.prototype.connect as (this: Socket, ...args: any[]) => Socket
  Socket.prototype.connect = function (this: Socket, ...args: any[]) {
    // Node hands over to itself the list that it has read from what it was given
    const [first] = Array.isArray(args[0]) ? args[0] : args
    const asked = typeof first === 'object' ? first : { port: first, host: args[1] }
    if (!isHeldIn() || staysInside(asked, inside)) return connect.apply(this, args)
    return this.destroy(new NothingLeaves(`${asked.host ?? 'localhost'}:${asked.port}`))
  } as typeof Socket.prototype.connect
}
