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
  home: { route: 'portal.home.show', permission: 'portal.read' },
})
