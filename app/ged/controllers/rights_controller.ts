import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { allRoles, type Role } from '#kernel/room'
import { nodeFor } from '../access/allowed.js'
import { entriesOf, setOwnRights } from '../access/own_rights.js'
import type { AccessEntry } from '../access/write_access.js'
import { NodeMissing } from '../errors.js'
import { LEVELS } from '../rules/levels.js'

const validator = vine.create({
  inherits: vine.boolean().optional(),
  roles: vine.record(vine.enum([...LEVELS, 'none'] as const)).optional(),
})

/** Who may do what in a folder: as what stands above it, or otherwise. */
export default class RightsController {
  async update(ctx: HttpContext) {
    const { node } = await nodeFor(ctx, ctx.params.id, 'manager', { hold: true })
    if (node.kind !== 'folder') throw new NodeMissing()
    // Compared with nothing: the rights of a folder are written whole, and the journal keeps each
    const { inherits = false, roles = {} } = await ctx.request.validateUsing(validator)
    const entries = inherits ? null : [...byRole(roles), ...(await others(node.accessId, ctx))]
    await setOwnRights(node, entries, ctx.actor)
    ctx.session.flash(
      'success',
      inherits
        ? 'Ce dossier suit de nouveau les droits du dessus.'
        : 'Ce dossier a ses propres droits.'
    )
    return ctx.response.redirect().back()
  }
}

const byRole = (roles: Record<string, string>): AccessEntry[] =>
  Object.entries(roles).flatMap(([id, level]) =>
    level !== 'none' && allRoles().includes(id as Role)
      ? { principal: { kind: 'role' as const, id }, level: level as AccessEntry['level'] }
      : []
  )

/** Guests and persons stay as they are; whoever writes these rights keeps a way back. */
async function others(accessId: string, { actor }: HttpContext): Promise<AccessEntry[]> {
  const kept = (await entriesOf(accessId)).filter(
    ({ principal }) => principal.kind !== 'role' && principal.id !== actor.id
  )
  return [...kept, { principal: { kind: 'person', id: actor.id! }, level: 'manager' }]
}
