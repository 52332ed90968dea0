import type { Tenant } from '#kernel/tenant'
import capability from './capability.js'
import type { SedaVersion } from './formats/seda_versions.js'

export interface ArchivingSettings {
  destination: 'internal' | 'asalae'
  sedaVersion: SedaVersion
  archivalAgency: string
  asalaeUrl: string
  asalaeUser: string
  asalaePassword: string
}

/** How a collectivite archives: its own settings over those of the house. */
export function archivingSettings(tenant: Tenant): ArchivingSettings {
  return { ...capability.settings, ...tenant.settings.archiving } as ArchivingSettings
}
