import { defineRoom } from '#kernel/room'
import { help } from './help.js'
import { depositDemoSeal } from './demo_seal.js'
import { foldersIndexed } from './indexed.js'
import './jobs/follow_absences.js'
import './jobs/forget_sessions.js'
import { messages } from './messages.js'
import Seal from './models/seal.js'
import { news } from './news.js'
import { provisionParapheur } from './provision.js'
import './routes.js'
import { search } from './search.js'
import './subscriptions.js'

export default defineRoom({
  name: 'parapheur',
  label: 'Parapheur',
  purpose: 'Viser et signer les documents qui attendent votre main.',
  icon: 'pen-line',
  rank: 20,
  dependsOn: [],
  roles: { signatory: { label: 'Signataire', help: 'Signe au nom de la collectivité.', rank: 30 } },
  permissions: {
    'parapheur.read': ['administrator', 'agent', 'signatory', 'archivist'],
    // Which desk may act on which step is asked of the circuit, not of the role
    'parapheur.act': ['administrator', 'agent', 'signatory'],
    'parapheur.manage': ['administrator'],
  },
  help,
  home: { route: 'parapheur.desk.index', permission: 'parapheur.read' },
  search,
  indexed: [foldersIndexed],
  news,
  messages,
  provision: (_tenant, blueprint) => provisionParapheur(blueprint.parapheur),
  seedDemo: depositDemoSeal,
  rotateSecrets: () => Seal.rotate(),
})

declare module '#kernel/roles' {
  interface RoleNames {
    signatory: true
  }
}
