import vine from '@vinejs/vine'
import { people } from '#kernel/people'
import { tasks } from '#kernel/tasks'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'

const PAGE = 50

const selfShape = vine.create({
  tenant: vine.object({
    id: told.id(),
    slug: told.text(),
    name: told.text(),
    siren: told.text(),
  }),
  account: vine.object({
    id: told.id(),
    name: told.text(),
    title: told.text().nullable(),
    roles: vine.array(told.text()),
  }),
  token: vine.object({
    id: told.id(),
    name: told.text(),
    scopes: vine.array(told.text()),
    expiresAt: told.moment(),
  }),
})
const taskShape = vine.create({
  id: told.id(),
  room: told.text(),
  title: told.text(),
  url: told.text(),
  dueAt: told.moment().nullable(),
  createdAt: told.moment(),
})

/** What a program asks about itself. */
export const ownOperations: Operation[] = [
  {
    name: 'self',
    call: 'GET /moi',
    permission: 'portal.read',
    title: 'Savoir de qui est le jeton, où, et ce qu’il permet',
    answer: { kind: 'thing', of: 'Moi', shape: selfShape },
    gestures: [],
    async run({ ctx: { holder, tenant, membership } }) {
      const { id, slug, name, siren } = tenant
      const names = await people.names([holder.personId])
      return {
        tenant: { id, slug, name, siren },
        account: {
          id: holder.personId,
          name: names.get(holder.personId) ?? '',
          title: membership.title,
          roles: membership.roles,
        },
        token: {
          id: holder.tokenId,
          name: holder.name,
          scopes: holder.scopes,
          expiresAt: holder.expiresAt.toISOString(),
        },
      }
    },
  },
  {
    name: 'tasks',
    call: 'GET /taches',
    permission: 'portal.read',
    title: 'Lister ce qui attend le compte, par ordre d’arrivée',
    query: vine.create({ apres: vine.string().uuid().optional() }),
    answer: { kind: 'list', of: 'Tache', shape: taskShape },
    gestures: [],
    async run({ ctx, query }) {
      const found = await tasks.waitingAfter(ctx.membership, query.apres ?? null, PAGE + 1)
      const waiting = found.slice(0, PAGE)
      const items = waiting.map(({ id, capability, title, url, dueAt, createdAt }) => ({
        id,
        room: capability,
        title,
        url,
        dueAt: dueAt?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
      }))
      return { items, next: found.length > PAGE ? waiting.at(-1)!.id : null }
    },
  },
]
