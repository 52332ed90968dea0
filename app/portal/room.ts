import { defineRoom } from '#kernel/room'
import { beginnings } from './beginnings.js'
import { help } from './help.js'
import './api/index.js'
import './routes.js'
import { SETTINGS } from './settings.js'

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
    'portal.settle': ['administrator'],
    // Files on their way to a form: which form takes them is asked by the form itself
    'portal.upload': (role) => role !== 'reader',
  },
  settingsLabel: 'Côté public, mentions légales et données personnelles',
  settings: SETTINGS,
  beginnings,
  help,
  home: { route: 'portal.home.show', permission: 'portal.read' },
})
