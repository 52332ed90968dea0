import type { HttpContext } from '@adonisjs/core/http'

/** Who judges the persons that a page is opened for: identity, which stands above, takes the post. */
export interface Doorkeeper {
  /**
   * A member of the tenant in context asks for a page. Returns true when it may be drawn; otherwise
   * the answer was given (a second factor is asked for). Throws E_MEMBER_SUSPENDED.
   */
  letsMemberIn(ctx: HttpContext): Promise<boolean>
  /** Whether a member would be let in as she is now; answers nothing in her stead. */
  wouldLetIn(who: Pick<HttpContext, 'tenant' | 'membership' | 'session'>): boolean
  /** The same of an operator, at the console. */
  letsOperatorIn(ctx: HttpContext): Promise<boolean>
}

let onDuty: Doorkeeper | null = null

/** Takes the post; called once, when identity is loaded. */
export function keepTheDoors(doorkeeper: Doorkeeper): void {
  onDuty = doorkeeper
}

/** Who keeps the doors. Throws when nobody does: a door without a keeper stays shut. */
export function doorkeeper(): Doorkeeper {
  if (!onDuty) throw new Error('nobody keeps the doors: app/identity was not loaded')
  return onDuty
}
