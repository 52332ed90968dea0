/** What a room puts in a tenant so that another tenant may try to reach it. */
export interface World {
  /**
   * Parameters of the URLs, by the beginning of the route's name; the longest beginning wins.
   * `{ 'actes.actes.': { id } }` serves `actes.actes.show` and `actes.actes.update`.
   */
  routes: Record<string, Record<string, string>>
  /** Forms that a page judges before it looks for its object: what to send, by the route's name. */
  bodies?: Record<string, Record<string, unknown>>
  /**
   * Beginnings of the names of public routes that open only to a session which gave a code, a password
   * or a form before: their own specs open them.
   */
  granted?: string[]
  /** Words that only these objects hold: no answer to another tenant may contain them. */
  secrets: string[]
  /**
   * Forms of a tenant's own pages that name an object of another: the route, its parameters, the
   * body. They must be refused (403, 404, 409 or 422) and change nothing.
   */
  forms?: { route: string; params?: Record<string, string>; body: Record<string, unknown> }[]
}

/** Runs in the context of the tenant that is to be protected; what is somebody's there is hers. */
export type BuildWorld = (tenantId: string, personId: string) => Promise<World>

export const defineWorld = (build: BuildWorld): BuildWorld => build
