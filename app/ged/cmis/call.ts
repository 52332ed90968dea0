import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import type { Actor } from '#kernel/actor'
import type { Tenant } from '#kernel/tenant'
import { type Level, mayChange, type ProgramReach } from '../rules/levels.js'
import type { CmisAddress } from './address.js'
import { NotYours } from './errors.js'
import type { Params } from './params.js'
import type { SentFile } from './read_form.js'

/** A call of CMIS: who asks, of what, and what she may do below each list of rights. */
export interface CmisCall {
  ctx: HttpContext
  tenant: Tenant
  address: CmisAddress
  actor: Actor & { id: string }
  levels: Map<string, Level>
  /** Her application password lets it write. */
  writes: boolean
  params: Params
  file: SentFile | null
}

/** Throws permissionDenied unless she reaches a level below a list of rights, by a password that lets it write. */
export function mustReach(reach: ProgramReach, accessId: string, level: Level): void {
  if (!mayChange(reach, accessId, level)) throw NotYours()
}

/** Where a repository answers: clients refuse to be sent elsewhere, so that each address is whole. */
export const repositoryUrl = ({ address }: Pick<CmisCall, 'address'>, slug: string): string =>
  `${appUrl}/cmis/${address.binding}/${encodeURIComponent(address.tenant)}/${slug}`
