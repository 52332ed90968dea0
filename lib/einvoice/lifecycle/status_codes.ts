/** The name of a status, the phase that gives it (MDT-77), and its code in UNTDID 1373 (MDT-88). */
export interface StatusFacts {
  name: string
  phase: '23' | '305'
  code: string | null
}

const of = (name: string, phase: '23' | '305', code: string | null): StatusFacts => ({
  name,
  phase,
  code,
})

/**
 * The statuses of XP Z12-012 that a message may carry, as its published examples write them. No valid
 * example gives the code of 206, 208 and 209, which is optional: none is written.
 */
export const STATUS_FACTS: Readonly<Record<string, StatusFacts>> = {
  200: of('Déposée', '305', '10'),
  201: of('Émise', '305', '51'),
  202: of('Reçue', '305', '43'),
  203: of('Mise à disposition', '305', '48'),
  204: of('Prise en charge', '23', '45'),
  205: of('Approuvée', '23', '1'),
  206: of('Approuvée partiellement', '23', null),
  207: of('En litige', '23', '46'),
  208: of('Suspendue', '23', null),
  209: of('Complétée', '23', null),
  210: of('Refusée', '23', '50'),
  211: of('Paiement transmis', '23', '47'),
  212: of('Encaissée', '23', '47'),
  213: of('Rejetée', '305', '8'),
  214: of('Visée', '23', null),
  220: of('Annulée', '23', null),
  224: of('Demande de paiement direct', '23', null),
  225: of('Affacturée', '23', null),
  226: of('Affacturée confidentiel', '23', null),
  227: of('Changement de compte à payer', '23', null),
  228: of('Non affacturée', '23', null),
}
