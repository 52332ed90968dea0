/** A program that came in: whose token it holds, of which tenant, and what it may ask for at most. */
export interface Holder {
  tokenId: string
  tenantId: string
  personId: string
  kind: 'bearer' | 'password'
  /** Permissions: what the person's roles do not hold today, no scope gives. */
  scopes: string[]
  name: string
  expiresAt: Date
}

/** Who knows the tokens: identity, which stands above, takes the post. */
export interface Gatekeeper {
  /** The holder of what an `Authorization` header says, or null: unknown, wrong, over, revoked. */
  holderOf(authorization: string): Promise<Holder | null>
}

let onDuty: Gatekeeper | null = null

/** Takes the post; called once, when identity is loaded. */
export function keepTheGate(gatekeeper: Gatekeeper): void {
  onDuty = gatekeeper
}

/** Who keeps the gate. Throws when nobody does: a gate without a keeper stays shut. */
export function gatekeeper(): Gatekeeper {
  if (!onDuty) throw new Error('nobody keeps the gate of programs: app/identity was not loaded')
  return onDuty
}
