import type { Blueprint } from '#kernel/blueprint'
import type { Role } from '#kernel/roles'
import type { Tenant } from '#kernel/tenant'

export { ROLES, ROLE_LABELS, type Role } from '#kernel/roles'

/** One setting of a room, as the operator's console says it and reads it again. */
export interface SettingField {
  label: string
  help?: string
  /** `lines`: a list, one a line; `secret`: encrypted, never shown, kept when left empty. */
  kind: 'text' | 'lines' | 'choice' | 'choices' | 'boolean' | 'secret'
  options?: { value: string; label: string }[]
  /** What is wrong with a text, in a sentence that says how to mend it; null when it will do. */
  check?: (text: string) => string | null
}

/** What a room says of itself; the architecture suite holds it to it. */
export interface Capability {
  name: string
  /** What people call it, in French. */
  label: string
  /** What it is for, in one French sentence, on the home page. */
  purpose?: string
  /** A lucide icon. */
  icon: string
  /** The capabilities whose facade it imports. */
  dependsOn: string[]
  /** permission -> the roles in a tenant that hold it. */
  permissions: Record<string, Role[]>
  /** Where it stands in the rail, from the first, 0; 50 unless said. */
  rank?: number
  /** The route that opens it in the rail, and the permission that shows it. */
  home?: { route: string; permission: string }
  /** What it shows to everybody on `/p/:tenant`, in one sentence for the inhabitants. */
  publicHome?: {
    route: string
    label: string
    text: string
    icon: string
    /** False while the tenant in context shows nothing there: a link must lead somewhere. */
    isShown?(): Promise<boolean>
  }
  /** Default settings of a tenant for this capability; their keys are all there is. */
  settings?: Record<string, unknown>
  /** How the console says and edits each of them; a setting without a field cannot be changed there. */
  settingFields?: Record<string, SettingField>
  /** What its settings are called, when they are not what the room is called. */
  settingsLabel?: string
  /**
   * Gives a member what the room needs (desks, rules…) in the transaction in context. Called again
   * at each synchronisation: it changes nothing that is there. Returns what it changed, in French
   * sentences that name no person (they are kept in the journal).
   */
  provision?: (tenant: Tenant, blueprint: Blueprint) => Promise<string[]>
  /**
   * Fills a member of the demonstration, once: called outside any transaction when the simulators
   * answer; opens `tenancy.run` by itself, and finds by itself that it was done. Returns sentences.
   */
  seedDemo?: (tenant: Tenant) => Promise<string[]>
  /**
   * Writes again, under the current application key, what the room encrypts in its own tables for
   * the tenant in context: after a rotation the previous key is thrown away. Returns how many.
   */
  rotateSecrets?: () => Promise<number>
}

const capabilities = new Map<string, Capability>()

/** Declares a room; done once, when its `capability.ts` is first imported. */
export function defineCapability<T extends Capability>(capability: T): T {
  capabilities.set(capability.name, capability)
  return capability
}

export const allCapabilities = (): Capability[] => [...capabilities.values()]

/** The roles that hold a permission; throws on a permission that nobody declared. */
export function rolesFor(permission: string): Role[] {
  for (const capability of capabilities.values()) {
    const roles = capability.permissions[permission]
    if (roles) return roles
  }
  throw new Error(`No capability declares the permission ${permission}`)
}

export const isPermitted = (roles: readonly string[], permission: string): boolean =>
  rolesFor(permission).some((role) => roles.includes(role))
