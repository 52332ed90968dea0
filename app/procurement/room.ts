import { defineRoom } from '#kernel/room'
import { depositedDossiers } from '#rooms/archiving'
import './api/index.js'
import { pliPurpose } from './deposit/purpose.js'
import './alerts/messages_kept.js'
import './alerts/tell_alert.js'
import './availability/look.js'
import './availability/outages.js'
import './availability/sum_looks.js'
import './availability/seal_attestation.js'
import './outside/look.js'
import './outside/silence.js'
import './outside/sum_late.js'
import './jobs/ask_exercise.js'
import './jobs/close_at_the_hour.js'
import './jobs/forget_candidatures.js'
import './jobs/forget_rehearsals.js'
import './jobs/keep_pli.js'
import './jobs/mail_candidature.js'
import './jobs/mail_change.js'
import './jobs/fetch_dume.js'
import './jobs/fetch_proofs.js'
import './jobs/open_market.js'
import './jobs/open_pli.js'
import './jobs/timestamp_pli.js'
import './jobs/warn_proofs.js'
import './jobs/warn_unfinished.js'
import { seedDemo } from './demo.js'
import { help } from './help.js'
import { consultationsIndexed } from './indexed.js'
import { news } from './news.js'
import { offers } from './offers.js'
import './routes.js'
import './company_routes.js'
import './console_routes.js'
import './lot_routes.js'
import './dialogue_routes.js'
import './candidature_routes.js'
import './open_api/routes.js'
import { search } from './search.js'
import { space } from './space.js'
import { SETTINGS } from './settings.js'
import { rotateReceivers } from './alerts/receiver.js'
import { rotateVaults } from './vault/at_rest.js'
import './subscriptions.js'
import { here } from '#web/here'

export default defineRoom({
  name: 'procurement',
  label: 'Marchés publics',
  purpose: 'Publier une consultation, ouvrir les plis que personne n’a pu lire, attribuer.',
  icon: 'gavel',
  help,
  rank: 25,
  dependsOn: ['identity', 'parapheur', 'archiving', 'outsiders', 'webhooks'],
  permissions: {
    'procurement.read': ['administrator', 'agent', 'signatory', 'archivist'],
    'procurement.write': ['administrator', 'agent'],
    // Whoever holds a key gives her own shares, and no role gives those of another
    'procurement.hold': ['administrator', 'agent', 'signatory'],
  },
  home: { route: 'procurement.consultations.index', permission: 'procurement.read' },
  things: {
    label: 'Voir la consultation',
    permission: 'procurement.read',
    page: (tenant, id) => here('procurement.consultations.show', { tenant, id }),
  },
  dossiers: depositedDossiers('procurement', { label: 'Marchés publics' }),
  publicHome: {
    route: 'procurement.public.consultations.index',
    label: 'Marchés publics',
    text: 'Les consultations en cours : tout se lit sans compte, et l’on répond en ligne.',
    icon: 'gavel',
  },
  consolePages: [
    { label: 'Sondes du dehors', icon: 'radar', url: '/exploitation/sondes', rank: 52 },
  ],
  settings: SETTINGS,
  rotateShared: async () => (await rotateVaults()) + (await rotateReceivers()),
  uploads: { pli: pliPurpose },
  walls: {
    withoutTenant: {
      'procurement.alerts': 'what somebody looks for is looked for among all the members',
      'procurement.alert_deliveries': 'what she was told is of all the members too',
      'procurement.probes': 'the platform answers or not, to all the members together',
      'procurement.outside_probes': 'who looks from elsewhere looks at the platform of all',
      'procurement.outside_looks': 'what was seen of it from elsewhere is of all the members too',
      'procurement.candidatures':
        'of companies, before the hour: no buyer reads who groups with whom',
      'procurement.candidature_members':
        'of companies, before the hour: no buyer reads who groups with whom',
      'procurement.proofs': 'a company keeps its proofs for all the buyers that it meets',
      'procurement.company_facts': 'a company says what it is once for all buyers',
      'procurement.alert_receivers': 'the program of a company looks among all the members',
      'procurement.alert_messages': 'what it is told is of all the members too',
      'procurement.given_proofs': 'of companies, before the hour: what one gives its mandataire',
    },
    freeIndexes: {
      'procurement.plis_of_person': 'a company finds her pli by its number, whoever the buyer is',
      'procurement.plis_for_establishment':
        'colleagues find what their company deposited, whoever the buyers are',
      'procurement.questions_of_person': 'a company reads her questions, whoever the buyers are',
      'procurement.consultations_published':
        'everybody reads what all the members publish together',
      'procurement.consultations_words': 'everybody searches what all the members publish together',
    },
  },
  offers,
  space,
  news,
  search,
  indexed: [consultationsIndexed],
  seedDemo,
})
