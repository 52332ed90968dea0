import type { HttpContext } from '@adonisjs/core/http'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { ListDeclaration } from './declaration.js'

type Scoped = Pick<ListDeclaration, 'scope'>

/** Whether the lines of a list stand above the members, behind no wall of theirs. */
export const isAbove = ({ scope }: Scoped): boolean => scope === 'platform'

/** What asks for the lines: the transaction of the member in context, or the operator's connection. */
export const clientOf = (list: Scoped) => (isAbove(list) ? systemDb() : tenancy.trx())

/** Whether a person may do it to lines of this list; above the members her route has said it all. */
export const mayDo = ({ allows }: HttpContext, list: Scoped, permission: string): boolean =>
  isAbove(list) || allows(permission)
