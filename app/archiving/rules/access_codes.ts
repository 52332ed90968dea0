import type { Duration } from './duration.js'

/**
 * The delays before anyone may read an archive (Code du patrimoine L213-1 and L213-2), by the
 * codes of SEDA 1.0. `unlimited`: never (L213-2, II). `counts`: from what the delay runs when
 * it is not the date of the document.
 */
export interface AccessCode {
  delay: Duration | 'unlimited'
  reason: string
  counts?: 'death' | 'birth'
}

const years = (count: number): Duration => ({ years: count, months: 0, days: 0 })

// prettier-ignore
export const ACCESS_CODES: Readonly<Record<string, AccessCode>> = {
  AR038: { delay: years(0), reason: 'communicable à tous' },
  AR039: { delay: years(25), reason: 'secret des délibérations du Gouvernement, relations extérieures, monnaie, secret des affaires, recherche des infractions fiscales' },
  AR040: { delay: years(25), reason: 'documents qui ne sont pas considérés comme administratifs' },
  AR041: { delay: years(25), reason: 'secret statistique' },
  AR042: { delay: years(25), reason: 'contrat de prestation de services pour une personne déterminée' },
  AR043: { delay: years(25), counts: 'death', reason: 'secret médical' },
  AR044: { delay: years(25), counts: 'death', reason: 'état civil, naissances et mariages' },
  AR045: { delay: years(25), counts: 'death', reason: 'minutes et répertoires des officiers publics' },
  AR046: { delay: years(25), counts: 'death', reason: 'enquêtes de la police judiciaire' },
  AR047: { delay: years(25), counts: 'death', reason: 'affaires portées devant les juridictions' },
  AR048: { delay: years(50), reason: 'vie privée, appréciation ou jugement de valeur sur une personne' },
  AR049: { delay: years(50), reason: 'défense nationale, politique extérieure, sûreté de l’État, sécurité publique' },
  AR050: { delay: years(50), reason: 'bâtiments utilisés pour la détention' },
  AR051: { delay: years(50), reason: 'prestation de services touchant à la défense ou à la sûreté de l’État' },
  AR052: { delay: years(75), reason: 'statistiques sur des faits d’ordre privé' },
  AR053: { delay: years(75), reason: 'prestation de services liée à la police judiciaire ou aux juridictions' },
  AR054: { delay: years(75), reason: 'état civil, naissances et mariages' },
  AR055: { delay: years(75), reason: 'minutes et répertoires des officiers publics' },
  AR056: { delay: years(75), reason: 'enquêtes de la police judiciaire' },
  AR057: { delay: years(75), reason: 'affaires portées devant les juridictions' },
  AR058: { delay: years(100), reason: 'documents évoquant des personnes mineures' },
  AR059: { delay: years(100), reason: 'défense nationale, sécurité de personnes nommément désignées' },
  AR060: { delay: years(100), reason: 'intimité de la vie sexuelle des personnes' },
  AR061: { delay: years(120), counts: 'birth', reason: 'secret médical, date de décès inconnue' },
  AR062: { delay: 'unlimited', reason: 'armes de destruction massive' },
}
