import { defineCapability } from '#kernel/capability'
import { seedDemo } from './demo.js'
import { provisionActes } from './provision.js'
import { SETTING_FIELDS } from './setting_fields.js'

export default defineCapability({
  name: 'actes',
  label: 'Actes',
  purpose:
    'Préparer les délibérations et les arrêtés, les transmettre à la préfecture, les publier.',
  icon: 'file-check',
  rank: 10,
  dependsOn: ['parapheur', 'archiving'],
  permissions: {
    'actes.read': ['administrator', 'agent', 'signatory', 'reader', 'archivist'],
    'actes.write': ['administrator', 'agent'],
    'actes.transmit': ['administrator', 'agent'],
    'actes.settle': ['administrator'],
  },
  home: { route: 'actes.actes.index', permission: 'actes.read' },
  publicHome: {
    route: 'actes.public.register.index',
    label: 'Actes',
    text: 'Les délibérations et les arrêtés, publiés dès que la préfecture les a reçus.',
    icon: 'file-check',
  },
  settings: {
    /** Sent as soon as it is signed, or when an agent asks. */
    transmitWhenSigned: true,
    /** Published on an answer whose sender nobody vouches for, or once an agent has looked at it. */
    publishUnauthenticated: true,
    /** Whom the prefecture may call; the collectivite itself when empty. */
    referentName: '',
    referentPhone: '',
    referentEmail: '',
    /** Answers go to these addresses too, after the platform's own. */
    extraReturnAddresses: [],
  },
  settingFields: SETTING_FIELDS,
  provision: provisionActes,
  seedDemo,
})
