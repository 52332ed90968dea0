import { defineCapability } from '#kernel/capability'

export default defineCapability({
  name: 'territory',
  label: 'Projet de territoire',
  purpose: 'Les étapes, les fiches actions et leurs indicateurs, jusqu’à l’évaluation annuelle.',
  icon: 'map',
  dependsOn: [],
  permissions: {
    'territory.read': ['administrator', 'agent', 'reader', 'contributor'],
    'territory.read_all': ['administrator', 'agent', 'reader'],
    'territory.contribute': ['administrator', 'agent', 'contributor'],
    'territory.lead': ['administrator', 'agent'],
  },
  home: { route: 'territory.projects.index', permission: 'territory.read' },
  publicHome: {
    route: 'territory.public.show',
    label: 'Projet de territoire',
    text: 'Les actions engagées, leurs indicateurs et ce qui a été évalué chaque année.',
    icon: 'map',
  },
})
