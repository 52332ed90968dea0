import { defineCapability, ROLES } from '#kernel/capability'

/** The front door: what waits for somebody, search, and the pages of the whole house. */
export default defineCapability({
  name: 'portal',
  label: 'Ce qui vous attend',
  icon: 'house',
  rank: 0,
  dependsOn: [],
  permissions: {
    'portal.read': [...ROLES],
    // Files on their way to a form: which form takes them is asked by the form itself
    'portal.upload': ROLES.filter((role) => role !== 'reader'),
  },
  /** What the law asks the member to say of itself on its public pages. */
  settings: {
    legalAddress: '',
    legalPhone: '',
    publicationDirector: '',
    dpoContact: '',
    accessibilityContact: '',
  },
  settingsLabel: 'Mentions légales et données personnelles',
  settingFields: {
    legalAddress: { label: 'Adresse de la collectivité', kind: 'text' },
    legalPhone: { label: 'Téléphone', kind: 'text' },
    publicationDirector: {
      label: 'Directeur ou directrice de la publication',
      help: 'Nom et fonction, comme « Soizic Madec, maire ».',
      kind: 'text',
    },
    dpoContact: {
      label: 'Délégué à la protection des données',
      help: 'Une adresse où il répond.',
      kind: 'text',
    },
    accessibilityContact: {
      label: 'Contact pour l’accessibilité',
      help: 'Sans lui, celui de l’exploitant est donné.',
      kind: 'text',
    },
  },
  home: { route: 'portal.home.show', permission: 'portal.read' },
})
