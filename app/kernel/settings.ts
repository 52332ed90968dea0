import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'

/** One setting of a room: what it is until a member decides, and how it is said and read again. */
export interface Setting {
  default: unknown
  label: string
  help?: string
  /** `lines`: a list, one a line; `secret`: encrypted, never shown, kept when left empty. */
  kind: 'text' | 'lines' | 'choice' | 'choices' | 'boolean' | 'secret'
  /** What may be chosen; asked late, since rooms bring some. */
  options?: () => { value: string; label: string }[]
  /** What is wrong with a text, in a sentence that says how to mend it; null when it will do. */
  check?: (text: string) => string | null
}

interface WithSettings {
  name: string
  settings?: Record<string, Setting>
}

/** What a room's settings are while a member has decided nothing. */
export const defaultsOf = ({ settings = {} }: Pick<WithSettings, 'settings'>) =>
  Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.default]))

/** A member's settings of a room: its own over those of the house. */
export const settingsOf = (room: WithSettings, { settings }: Tenant): Record<string, unknown> => ({
  ...defaultsOf(room),
  ...settings[room.name],
})

/** Keeps a room's settings of the tenant in context. */
export async function saveSettings(room: string, values: Record<string, unknown>): Promise<void> {
  await tenancy
    .trx()
    .rawQuery(
      `update kernel.tenants set settings = jsonb_set(settings, array[?]::text[], ?::jsonb) where id = ?`,
      [room, JSON.stringify(values), tenancy.tenantId()]
    )
  tenants.forget()
}
