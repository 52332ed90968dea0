import type { HttpContext } from '@adonisjs/core/http'
import { hasService } from '#kernel/room'
import type User from '#kernel/people/user'
import type { Tenant } from '#kernel/tenant'
import { askTogether } from './ask_together.js'
import { inRailOrder } from './menu.js'

/** Something that a new member, or somebody new in it, does once before the rest goes by itself. */
export interface Beginning {
  /** The member's are for whoever may settle them; a person's are her own. */
  of: 'member' | 'person'
  /** In the infinitive: « Inviter vos collègues ». */
  label: string
  why: string
  /** The permission without which it is not asked of her; none, of everybody who works there. */
  permission?: string
  url(tenant: Tenant): string
  /**
   * What is known without asking, or SQL that begins by an index and is true once it is done; it
   * may name `:tenant` and `:person`. Those of all rooms are one exchange with the base.
   */
  isDone(who: { user: User; tenant: Tenant }): boolean | string
}

export type BeginningLine = Pick<Beginning, 'label' | 'why'> & { href: string; done: boolean }

export interface Beginnings {
  member: BeginningLine[]
  person: BeginningLine[]
  /** How many are left, of both. */
  left: number
  total: number
}

/** What is begun and what is not, for one person in the tenant in context. */
export async function beginningsFor({ tenant, allows, auth }: HttpContext): Promise<Beginnings> {
  const user = auth.user! as User
  const asked = inRailOrder()
    .filter(({ name }) => hasService(tenant, name))
    .flatMap(({ beginnings = [] }) => beginnings)
    .filter(({ permission }) => !permission || allows(permission))
  const known = asked.map(({ isDone }) => isDone({ user, tenant }))
  const questions = known.flatMap((one, n) => (typeof one === 'string' ? [[n, one]] : []))
  const ids = { tenant: tenant.id, person: user.id }
  const answers = await askTogether(Object.fromEntries(questions), ids)
  const all = asked.map(({ of, label, why, url }, n) => {
    const done = Boolean(answers[n] ?? known[n])
    return { of, label, why, href: url(tenant), done }
  })
  const [member, person] = (['member', 'person'] as const).map((whose) =>
    all.filter(({ of }) => of === whose)
  )
  return { member, person, left: all.filter(({ done }) => !done).length, total: all.length }
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** What is done once before the rest goes by itself. */
    beginnings?: Beginning[]
  }
}
