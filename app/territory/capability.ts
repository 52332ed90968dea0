import { defineCapability } from '#kernel/capability'

export default defineCapability({
  name: 'territory',
  label: 'Projet de territoire',
  icon: 'map',
  dependsOn: [],
  permissions: {
    'territory.read': ['administrator', 'agent', 'reader', 'contributor'],
    'territory.read_all': ['administrator', 'agent', 'reader'],
    'territory.contribute': ['administrator', 'agent', 'contributor'],
    'territory.lead': ['administrator', 'agent'],
  },
  home: { route: 'territory.projects.index', permission: 'territory.read' },
})
