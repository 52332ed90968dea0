import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#kernel/actor'
import { type Level, mayChange, type ProgramReach } from '../rules/levels.js'
import type { Received } from '#kernel/documents/intake'
import type { Address } from './address.js'
import { Forbidden } from './errors.js'

/** A request of WebDAV: who asks, of what, and what she may do below each list of rights. */
export interface DavCall {
  ctx: HttpContext
  address: Address
  actor: Actor & { id: string }
  levels: Map<string, Level>
  /** Her application password lets it write. */
  writes: boolean
  /** Its body when it is XML or nothing. */
  text: string
  /** Its body when it is a file, received before anything was opened. */
  file: Received | null
}

/** Throws 403 unless she reaches a level below a list of rights, by a password that lets it write. */
export function mustReach(reach: ProgramReach, accessId: string, level: Level): void {
  if (!mayChange(reach, accessId, level)) throw Forbidden()
}
