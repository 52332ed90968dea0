/** The reply codes of SEDA (code list of 2009), which asalae still answers with. */
export const REPLY_CODES: Readonly<Record<string, string>> = {
  '000': 'Transfert accepté.',
  '001': 'Transfert accepté, avec des commentaires à consulter.',
  '002': 'Transfert accepté ; une demande a été faite au service de contrôle.',
  '101': 'Message mal formé.',
  '102': 'Système momentanément indisponible.',
  '200': 'Service producteur non reconnu.',
  '201': 'Service d’archives non reconnu.',
  '202': 'Service versant non reconnu.',
  '203': 'Dépôt non conforme au profil de données.',
  '204': 'Format de document non géré.',
  '205': 'Format de document non conforme au format déclaré.',
  '206': 'Signature du message invalide.',
  '207': 'Empreinte invalide.',
  '208': 'Archive indisponible : délai de communication non écoulé.',
  '209': 'Archive absente : éliminée, restituée ou transférée.',
  '210': 'Archive inconnue.',
  '211': 'Pièce attachée absente.',
  '212': 'Dérogation refusée.',
  '300': 'Convention invalide.',
  '301': 'Dépôt non conforme à la convention : quota dépassé.',
  '302': 'Dépôt non conforme à la convention : identifiant du producteur.',
  '303': 'Dépôt non conforme à la convention : identifiant du service versant.',
  '304': 'Dépôt non conforme à la convention : identifiant du service d’archives.',
  '305': 'Dépôt non conforme à la convention : signature de document absente.',
  '306': 'Dépôt non conforme à la convention : volume.',
  '307': 'Dépôt non conforme à la convention : format.',
  '308': 'Dépôt non conforme à la convention : empreintes non transmises.',
  '309': 'Dépôt non conforme à la convention : signature du message absente.',
  '310': 'Dépôt non conforme à la convention : signature de document non valide.',
  '311': 'Dépôt non conforme à la convention : signature de document non vérifiée.',
  '312': 'Dépôt non conforme à la convention : dates de début ou de fin.',
}

/** asalae answers 000 (001 and 002 accept too), Vitam OK or WARNING. */
export function isAcceptance(code: string): boolean {
  return ['000', '001', '002', 'OK', 'WARNING'].includes(code)
}

/** The code of the list that says what a check of ours found (Vitam's codes are finer). */
export function replyCodeFor(detail: string): string {
  const found = BY_CHECK.find(([prefix]) => detail.startsWith(prefix))
  return found ? found[1] : '101'
}

const BY_CHECK: [prefix: string, code: string][] = [
  ['CHECK_HEADER.CHECK_AGENT', '200'],
  ['CHECK_HEADER.CHECK_IC_AP_RELATION', '203'],
  ['CHECK_HEADER', '300'],
  ['CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_OBJECTNUMBER', '211'],
  ['CHECK_DATAOBJECTPACKAGE', '203'],
  ['CHECK_DIGEST.EMPTY', '308'],
  ['CHECK_DIGEST', '207'],
  ['OG_OBJECTS_FORMAT_CHECK', '307'],
  ['CHECK_UNIT_SCHEMA', '203'],
  ['UNITS_RULES_COMPUTE', '203'],
]
