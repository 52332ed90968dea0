import type { Blueprint } from '../blueprint.js'

const commune: Blueprint = {
  kind: 'commune',
  label: 'Commune',
  natureCode: '31',
  settings: {
    // The roles for which a password alone is not enough, among signatory, administrator, agent…
    identity: { secondFactorFor: [] },
  },
  titles: [
    { title: 'Secrétaire générale', roles: ['agent', 'administrator'] },
    { title: 'Agent administratif', roles: ['agent'] },
    { title: 'Maire', roles: ['signatory'] },
    { title: 'Archiviste', roles: ['archivist'] },
  ],
  parapheur: {
    desks: [
      {
        key: 'secretariat',
        name: 'Secrétariat général',
        titles: ['Secrétaire général', 'Secrétaire générale'],
      },
      // CGCT L2122-27 and L2131-1: the mayor signs what the commune decides.
      { key: 'maire', name: 'Maire', titles: ['Maire'] },
    ],
    circuits: [
      {
        key: 'visa-signature',
        name: 'Visa du secrétariat, signature du maire',
        steps: [
          { action: 'visa', desk: 'secretariat' },
          { action: 'signature', desk: 'maire' },
        ],
      },
      {
        key: 'signature',
        name: 'Signature du maire',
        steps: [{ action: 'signature', desk: 'maire' }],
      },
      {
        key: 'visa-cachet',
        name: 'Visa du secrétariat, cachet de la commune',
        steps: [{ action: 'visa', desk: 'secretariat' }, { action: 'seal' }],
      },
    ],
    types: [
      { key: 'deliberation', name: 'Délibération', circuit: 'visa-signature' },
      { key: 'arrete', name: 'Arrêté', circuit: 'visa-signature' },
      { key: 'convention', name: 'Convention', circuit: 'visa-signature' },
      { key: 'courrier', name: 'Courrier', circuit: 'signature' },
      { key: 'certificat', name: 'Certificat et attestation', circuit: 'visa-cachet' },
      { key: 'facture', name: 'Service fait', circuit: 'signature' },
    ],
  },
}

export default commune
