/** Who did it: a person of ours, the platform itself, or somebody outside (the préfecture). */
export interface Actor {
  kind: 'person' | 'system' | 'outside'
  id?: string
}

export const SYSTEM: Actor = { kind: 'system' }
export const OUTSIDE: Actor = { kind: 'outside' }
/** Somebody who is logged in, by the identifier of her account. */
export const person = (id: string): Actor => ({ kind: 'person', id })
