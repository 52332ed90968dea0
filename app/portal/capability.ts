import { defineCapability, ROLES } from '#kernel/capability'

/** The front door: what waits for somebody, search, and the pages of the whole house. */
export default defineCapability({
  name: 'portal',
  label: 'Ce qui vous attend',
  icon: 'house',
  rank: 0,
  dependsOn: [],
  permissions: { 'portal.read': [...ROLES] },
  home: { route: 'portal.home.show', permission: 'portal.read' },
})
