import { defineCapability } from '#kernel/capability'
import { depositDemoSeal } from './demo_seal.js'
import Seal from './models/seal.js'
import { provisionParapheur } from './provisioning.js'

export default defineCapability({
  name: 'parapheur',
  label: 'Parapheur',
  purpose: 'Viser et signer les documents qui attendent votre main.',
  icon: 'pen-line',
  rank: 20,
  dependsOn: [],
  permissions: {
    'parapheur.read': ['administrator', 'agent', 'signatory', 'archivist'],
    // Which desk may act on which step is asked of the circuit, not of the role
    'parapheur.act': ['administrator', 'agent', 'signatory'],
    'parapheur.manage': ['administrator'],
  },
  home: { route: 'parapheur.desk.index', permission: 'parapheur.read' },
  provision: (_tenant, blueprint) => provisionParapheur(blueprint.parapheur),
  seedDemo: depositDemoSeal,
  rotateSecrets: () => Seal.rotate(),
})
