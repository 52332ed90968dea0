import { defineRoom } from '#kernel/room'
import { help } from './help.js'
import './routes.js'

/** The front door: what waits for somebody, search, and the pages of the whole house. */
export default defineRoom({
  name: 'portal',
  label: 'Ce qui vous attend',
  icon: 'house',
  rank: 0,
  alwaysOpen: true,
  dependsOn: [],
  permissions: {
    'portal.read': () => true,
    // Files on their way to a form: which form takes them is asked by the form itself
    'portal.upload': (role) => role !== 'reader',
  },
  settingsLabel: 'Mentions légales et données personnelles',
  /** What the law asks the member to say of itself on its public pages. */
  settings: {
    legalAddress: { default: '', label: 'Adresse de la collectivité', kind: 'text' },
    legalPhone: { default: '', label: 'Téléphone', kind: 'text' },
    publicationDirector: {
      default: '',
      label: 'Directeur ou directrice de la publication',
      help: 'Nom et fonction, comme « Soizic Madec, maire ».',
      kind: 'text',
    },
    dpoContact: {
      default: '',
      label: 'Délégué à la protection des données',
      help: 'Une adresse où il répond.',
      kind: 'text',
    },
    accessibilityContact: {
      default: '',
      label: 'Contact pour l’accessibilité',
      help: 'Sans lui, celui de l’exploitant est donné.',
      kind: 'text',
    },
  },
  help,
  home: { route: 'portal.home.show', permission: 'portal.read' },
})
