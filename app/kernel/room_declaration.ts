import type { Blueprint } from '#kernel/blueprint'
import type { Role, RoleWords } from '#kernel/roles'
import type { Setting } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import type { LocalSigner } from '#lib/signature'
import type { UploadPurpose } from '#lib/uploads/purpose'

/** Who holds a permission: some roles, or those that pass a test among all that there are. */
type Holders = readonly Role[] | ((role: Role) => boolean)

/** A page of the operator's console. */
export interface ConsolePage {
  label: string
  icon: string
  url: string
  /** Its place in the rail of the console; 50 unless said. */
  rank?: number
  /** Other addresses under which it is the current one. */
  also?: string
}

/** Something that is valid until a moment, in words that name no person: the operator reads them. */
export interface Ending {
  label: string
  at: Date
}

/** What a room says of itself, once; nothing outside its own folders names it. */
export interface Room {
  /** Its folder, its schema, the beginning of its routes, jobs and permissions. */
  name: string
  /** What people call it, in French. */
  label: string
  /** What it is for, in one French sentence, on the home page. */
  purpose?: string
  /** A lucide icon. */
  icon: string
  /** The rooms whose facade it imports. */
  dependsOn: string[]
  /** The roles that it brings beside those of the kernel. */
  roles?: Partial<Record<Role, RoleWords>>
  /** permission -> who holds it in a tenant. */
  permissions: Record<string, Holders>
  /** Where it stands in the rail, from the first, 0; 50 unless said. */
  rank?: number
  /** No member chooses it: it is there for all. */
  alwaysOpen?: boolean
  /** The kinds of members that it opens for unless their blueprint says otherwise; all when unsaid. */
  offeredTo?: string[]
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
  /** What a member may decide of how it works: each key once, with its default and its field. */
  settings?: Record<string, Setting>
  /** What its settings are called, when they are not what the room is called. */
  settingsLabel?: string
  /** Why files may come to it in pieces: who may send them, of what size, for how long they wait. */
  uploads?: Record<string, UploadPurpose>
  /** What it adds to the operator's console. */
  consolePages?: ConsolePage[]
  /** What of the tenant in context ends and must be renewed: certificates, seals. */
  ends?(): Promise<Ending[]>
  /** The cachet of the tenant in context: it signs the seals of its journal beside the platform. */
  cachet?(): Promise<LocalSigner | null>
  /**
   * Tables of its schema that belong to no member, and indexes that `tenant_id` does not lead, each
   * by its full name, with the reason: the architecture tests hold all the others.
   */
  walls?: { withoutTenant?: Record<string, string>; freeIndexes?: Record<string, string> }
  /**
   * Tables of its schema whose column `state` has no lifecycle, each by its full name, with the
   * reason: the architecture tests hold all the others.
   */
  freeStates?: Record<string, string>
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
  /** The same of its tables that are of no tenant; called once, outside any transaction. */
  rotateShared?: () => Promise<number>
}
