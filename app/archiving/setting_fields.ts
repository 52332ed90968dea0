import type { SettingField } from '#kernel/capability'
import { SEDA_VERSIONS } from './formats/seda_versions.js'

/** What the console may change of how a collectivite archives. */
export const SETTING_FIELDS: Record<string, SettingField> = {
  destination: {
    label: 'Archive',
    kind: 'choice',
    options: [
      { value: 'internal', label: 'Celle de la plateforme' },
      { value: 'asalae', label: 'as@lae, à l’adresse ci-dessous' },
    ],
  },
  sedaVersion: {
    label: 'Version de SEDA',
    help: 'La 2.3 seule dit qui a signé.',
    kind: 'choice',
    options: SEDA_VERSIONS.map((version) => ({ value: version, label: version })),
  },
  archivalAgency: {
    label: 'Identifiant du service d’archives',
    help: 'Tel qu’il figure dans les bordereaux.',
    kind: 'text',
    check: (text) =>
      /^[\w.-]{2,60}$/.test(text)
        ? null
        : 'Écrivez des lettres sans accent, des chiffres, points ou tirets : FRAD035.',
  },
  asalaeUrl: { label: 'Adresse d’as@lae', kind: 'text', check: webAddress },
  asalaeUser: { label: 'Compte as@lae', kind: 'text' },
  asalaePassword: { label: 'Mot de passe as@lae', kind: 'secret' },
}

function webAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:') return null
  return 'Écrivez l’adresse complète, qui commence par https://.'
}
