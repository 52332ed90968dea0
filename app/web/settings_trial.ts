import type { Tenant } from '#kernel/tenant'

/** What the settings of a room open, tried for real before anything depends on it. */
export interface SettingsTrial {
  /** « Essayer la connexion à Chorus Pro »: what its button does. */
  label: string
  /** Asks, changes nothing, and says what was answered in one French sentence. */
  run(tenant: Tenant): Promise<{ isWell: boolean; says: string }>
}

declare module '#kernel/room_declaration' {
  interface Room {
    settingsTrial?: SettingsTrial
  }
}
