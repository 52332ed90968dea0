import { isPermitted } from '#kernel/room'
import { remember } from '#lib/remember'

const MINUTE_MS = 60_000
const kept = remember<Map<string, boolean>>({ ms: MINUTE_MS, most: 500 })

/**
 * Whether some roles hold a permission, as `isPermitted` says it. A page asks it a hundred times, and
 * rooms declare their permissions once, as the house starts: the answers are remembered.
 */
export function permittedTo(roles: readonly string[]): (permission: string) => boolean {
  const key = roles.join(' ')
  const answers = kept.get(key) ?? kept.keep(key, new Map())
  return (permission) => {
    const known = answers.get(permission)
    if (known !== undefined) return known
    const answer = isPermitted(roles, permission)
    answers.set(permission, answer)
    return answer
  }
}
