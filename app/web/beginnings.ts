import type { HttpContext } from '@adonisjs/core/http'
import { hasService } from '#kernel/room'
import type User from '#kernel/people/user'
import type { Tenant } from '#kernel/tenant'
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
  /** In the tenant in context; one short question of the base at most. */
  isDone(who: { user: User; tenant: Tenant }): Promise<boolean>
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
  const lines = { member: [] as BeginningLine[], person: [] as BeginningLine[] }
  for (const { name, beginnings } of inRailOrder()) {
    if (!hasService(tenant, name)) continue
    for (const { of, label, why, permission, url, isDone } of beginnings ?? []) {
      if (permission && !allows(permission)) continue
      const done = await isDone({ user, tenant })
      lines[of].push({ label, why, href: url(tenant), done })
    }
  }
  const all = [...lines.member, ...lines.person]
  return { ...lines, left: all.filter(({ done }) => !done).length, total: all.length }
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** What is done once before the rest goes by itself. */
    beginnings?: Beginning[]
  }
}
