import type { Blueprint } from '../blueprint.js'

const syndicat: Blueprint = {
  kind: 'syndicat',
  label: 'Syndicat',
  // 41 for a syndicat de communes or a closed one, 42 for an open one (CGCT L5721-1).
  natureCode: '42',
  settings: {
    // The roles for which a password alone is not enough, among signatory, administrator, agent…
    identity: { secondFactorFor: [] },
  },
  titles: [
    { title: 'Directrice', roles: ['agent', 'administrator'] },
    { title: 'Présidente', roles: ['signatory'] },
    { title: 'Assistante de direction', roles: ['agent'] },
  ],
  parapheur: {
    desks: [
      { key: 'direction', name: 'Direction', titles: ['Directeur', 'Directrice'] },
      { key: 'presidence', name: 'Présidence', titles: ['Président', 'Présidente'] },
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
      { key: 'convention', name: 'Convention', circuit: 'visa-signature' },
      { key: 'facture', name: 'Service fait', circuit: 'visa-signature' },
    ],
  },
}

export default syndicat
