import { settingsOf, type Setting } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { SEDA_VERSIONS, type SedaVersion } from './formats/seda_versions.js'

/** How a collectivite archives. */
export const SETTINGS = {
  destination: {
    default: 'internal',
    label: 'Archive',
    kind: 'choice',
    options: () => [
      { value: 'internal', label: 'Celle de la plateforme' },
      { value: 'asalae', label: 'as@lae, à l’adresse ci-dessous' },
    ],
  },
  sedaVersion: {
    default: '2.3',
    label: 'Version de SEDA',
    help: 'La 2.3 seule dit qui a signé.',
    kind: 'choice',
    options: () => SEDA_VERSIONS.map((version) => ({ value: version, label: version })),
  },
  archivalAgency: {
    default: 'HALLE-ARCHIVES',
    label: 'Identifiant du service d’archives',
    help: 'Tel qu’il figure dans les bordereaux.',
    kind: 'text',
    check: (text) =>
      /^[\w.-]{2,60}$/.test(text)
        ? null
        : 'Écrivez des lettres sans accent, des chiffres, points ou tirets : FRAD035.',
  },
  asalaeUrl: { default: '', label: 'Adresse d’as@lae', kind: 'text', check: webAddress },
  asalaeUser: { default: '', label: 'Compte as@lae', kind: 'text' },
  asalaePassword: { default: '', label: 'Mot de passe as@lae', kind: 'secret' },
  shownTogether: {
    default: false,
    label: 'Archives lues avec celles des autres',
    help: 'Une personne qui tient les archives de plusieurs collectivités y lit ces versements avec les autres, en une seule liste.',
    kind: 'boolean',
  },
} satisfies Record<string, Setting>

export interface ArchivingSettings {
  /** `internal`: our own archive; `asalae`: the one at `asalaeUrl`. */
  destination: 'internal' | 'asalae'
  sedaVersion: SedaVersion
  archivalAgency: string
  asalaeUrl: string
  asalaeUser: string
  /** Whether whoever keeps the archives of several members reads these among the others. */
  shownTogether: boolean
  /** Encrypted by the application's key. */
  asalaePassword: string
}

/** How a collectivite archives: its own settings over those of the house. */
export const archivingSettings = (tenant: Tenant) =>
  settingsOf({ name: 'archiving', settings: SETTINGS }, tenant) as unknown as ArchivingSettings

function webAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:') return null
  return 'Écrivez l’adresse complète, qui commence par https://.'
}
