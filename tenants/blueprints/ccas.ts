import type { Blueprint } from '../blueprint.js'

const ccas: Blueprint = {
  kind: 'ccas',
  label: 'Centre communal d’action sociale',
  natureCode: '33',
  settings: {
    // The roles for which a password alone is not enough, among signatory, administrator, agent…
    identity: { secondFactorFor: [] },
  },
  titles: [
    { title: 'Directrice du CCAS', roles: ['agent', 'administrator'] },
    { title: 'Présidente du CCAS', roles: ['signatory'] },
    { title: 'Agent social', roles: ['agent'] },
  ],
  parapheur: {
    desks: [
      { key: 'direction', name: 'Direction', titles: ['Directeur du CCAS', 'Directrice du CCAS'] },
      // CASF L123-6 and R123-23: the mayor presides over the CCAS and signs for it.
      {
        key: 'presidence',
        name: 'Présidence',
        titles: ['Président du CCAS', 'Présidente du CCAS', 'Maire'],
      },
    ],
    circuits: [
      {
        key: 'visa-signature',
        name: 'Visa de la direction, signature de la présidence',
        steps: [
          { action: 'visa', desk: 'direction' },
          { action: 'signature', desk: 'presidence' },
        ],
      },
    ],
    types: [
      { key: 'deliberation', name: 'Délibération', circuit: 'visa-signature' },
      { key: 'arrete', name: 'Arrêté', circuit: 'visa-signature' },
      { key: 'facture', name: 'Service fait', circuit: 'visa-signature' },
    ],
  },
}

export default ccas
