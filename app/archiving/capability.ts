import { defineCapability } from '#kernel/capability'
import { SETTING_FIELDS } from './setting_fields.js'

export default defineCapability({
  name: 'archiving',
  label: 'Archives',
  purpose: 'Verser les dossiers terminés, les garder intacts et en fournir la preuve.',
  icon: 'archive',
  rank: 30,
  dependsOn: [],
  permissions: {
    'archiving.read': ['administrator', 'agent', 'reader', 'archivist'],
    'archiving.retry': ['administrator', 'agent', 'archivist'],
    'archiving.audit': ['administrator', 'archivist'],
    'archiving.hold': ['administrator', 'archivist'],
  },
  home: { route: 'archiving.deposits.index', permission: 'archiving.read' },
  settings: {
    /** `internal`: our own archive; `asalae`: the one at `asalaeUrl`. */
    destination: 'internal',
    /** SEDA of what we send; 2.3 alone says who signed. */
    sedaVersion: '2.3',
    /** How the archive is named in messages. */
    archivalAgency: 'HALLE-ARCHIVES',
    asalaeUrl: '',
    asalaeUser: '',
    /** Encrypted by the application's key. */
    asalaePassword: '',
  },
  settingFields: SETTING_FIELDS,
  provision: async () => {
    const { provisionAgreements } = await import('./provision.js')
    return provisionAgreements()
  },
})
