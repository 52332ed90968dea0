import { defineRoom } from '#kernel/room'
import { here } from '#web/here'
import { beginnings } from './beginnings.js'
import { help } from './help.js'
import { depositDemoSeal } from './demo_seal.js'
import { dossiers } from './dossiers.js'
import { ends } from './ends.js'
import { figures } from './figures.js'
import { foldersIndexed } from './indexed.js'
import './jobs/follow_absences.js'
import './jobs/forget_sessions.js'
import { messages } from './messages.js'
import Seal from './models/seal.js'
import { news } from './news.js'
import { offers } from './offers.js'
import { provisionParapheur } from './provision.js'
import './api/index.js'
import './routes.js'
import { search } from './search.js'
import { ownCachet } from './signing/own_cachet.js'
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
  beginnings,
  help,
  home: { route: 'parapheur.desk.index', permission: 'parapheur.read' },
  things: {
    label: 'Voir le dossier du parapheur',
    permission: 'parapheur.read',
    page: (tenant, id) => here('parapheur.folders.show', { tenant, id }),
  },
  dossiers,
  search,
  indexed: [foldersIndexed],
  news,
  figures,
  ends,
  messages,
  offers,
  accountPages: [
    { label: 'Mes certificats', url: '/compte/certificats' },
    { label: 'Mes absences', url: '/compte/absences' },
  ],
  provision: (_tenant, blueprint) => provisionParapheur(blueprint.parapheur),
  seedDemo: depositDemoSeal,
  rotateSecrets: () => Seal.rotate(),
  cachet: () => ownCachet(),
})

declare module '#kernel/roles' {
  interface RoleNames {
    signatory: true
  }
}
