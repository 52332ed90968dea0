import type { Blueprint } from '../blueprint.js'

const epci: Blueprint = {
  kind: 'epci',
  label: 'Intercommunalité (EPCI)',
  natureCode: '44',
  settings: {
    // The roles for which a password alone is not enough, among signatory, administrator, agent…
    identity: { secondFactorFor: [] },
  },
  titles: [
    { title: 'Directrice générale des services', roles: ['agent', 'administrator'] },
    { title: 'Cheffe de projet numérique', roles: ['agent'] },
    { title: 'Présidente', roles: ['signatory'] },
    { title: 'Archiviste', roles: ['archivist'] },
  ],
  parapheur: {
    desks: [
      {
        key: 'direction',
        name: 'Direction générale',
        titles: ['Directeur général des services', 'Directrice générale des services'],
      },
      // CGCT L5211-9: the president is the executive of the EPCI.
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
      {
        key: 'signature',
        name: 'Signature de la présidence',
        steps: [{ action: 'signature', desk: 'presidence' }],
      },
    ],
    types: [
      { key: 'deliberation', name: 'Délibération', circuit: 'visa-signature' },
      { key: 'arrete', name: 'Arrêté', circuit: 'visa-signature' },
      { key: 'convention', name: 'Convention', circuit: 'visa-signature' },
      { key: 'courrier', name: 'Courrier', circuit: 'signature' },
      { key: 'facture', name: 'Service fait', circuit: 'signature' },
    ],
  },
}

export default epci
