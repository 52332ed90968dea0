/** Main and sub-indications of ETSI EN 319 102-1 §5.1.3, those that are used here. */
export type Indication = 'TOTAL_PASSED' | 'INDETERMINATE' | 'TOTAL_FAILED'

export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'REVOKED'
  | 'REVOKED_NO_POE'
  | 'REVOKED_CA_NO_POE'
  | 'TRY_LATER'
  | 'GENERIC'
  | 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'OUT_OF_BOUNDS_NO_POE'

export interface Verdict {
  indication: Indication
  subIndication: SubIndication | null
  /** For a person who knows nothing of cryptography. */
  sentence: string
}

const FAILED: SubIndication[] = ['FORMAT_FAILURE', 'HASH_FAILURE', 'SIG_CRYPTO_FAILURE', 'REVOKED']

const SENTENCES: Record<SubIndication, string> = {
  FORMAT_FAILURE:
    'Cette signature n’est pas conforme à un format que l’on sait vérifier : elle ne prouve rien.',
  HASH_FAILURE:
    'Le document a été modifié après cette signature : elle ne vaut plus pour ce que vous lisez.',
  SIG_CRYPTO_FAILURE:
    'Cette signature est fausse ou abîmée : elle n’a pas été faite avec le certificat annoncé.',
  SIG_CONSTRAINTS_FAILURE:
    'Le document n’a pas été modifié, mais la signature ne désigne pas son certificat ou ce certificat n’est pas fait pour signer : l’identité du signataire n’est pas garantie.',
  REVOKED:
    'Le certificat avait été révoqué avant cette signature : elle n’engage pas son titulaire.',
  REVOKED_NO_POE:
    'Le certificat a été révoqué et rien ne prouve que la signature lui soit antérieure : demandez une copie horodatée.',
  REVOKED_CA_NO_POE:
    'L’autorité qui a délivré le certificat a été révoquée et rien ne prouve que la signature soit antérieure : l’identité du signataire n’est pas garantie.',
  TRY_LATER:
    'Le certificat, ou celui de son autorité, était suspendu : on ne peut pas dire aujourd’hui ce que vaut cette signature. Recommencez la vérification plus tard.',
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE:
    'Cette signature emploie un procédé trop faible, ou que l’on ne sait pas vérifier ici : elle n’est ni confirmée ni démentie. Vérifiez-la avec le logiciel de son auteur.',
  GENERIC:
    'Cette signature est d’une forme que l’on ne sait pas vérifier ici : elle n’est ni confirmée ni démentie. Vérifiez-la avec le logiciel de son auteur.',
  NO_SIGNING_CERTIFICATE_FOUND:
    'Le certificat du signataire ne figure pas dans le document : on ne peut pas savoir qui a signé.',
  NO_CERTIFICATE_CHAIN_FOUND:
    'Le document n’a pas été modifié depuis cette signature, mais l’autorité qui a délivré le certificat n’est pas reconnue ici : l’identité du signataire n’est pas garantie.',
  CHAIN_CONSTRAINTS_FAILURE:
    'Le document n’a pas été modifié, mais l’une des autorités du certificat outrepasse ce qui lui est permis : l’identité du signataire n’est pas garantie.',
  OUT_OF_BOUNDS_NO_POE:
    'Le document n’a pas été modifié, mais le certificat n’est pas en cours de validité et aucun horodatage ne prouve que la signature date d’avant.',
}

const PASSED =
  'Signature valide : le document n’a pas été modifié depuis, et le certificat du signataire est reconnu.'

/** A verdict with the sentence that says it; no sub-indication means that everything holds. */
export function verdict(subIndication: SubIndication | null = null): Verdict {
  if (!subIndication) return { indication: 'TOTAL_PASSED', subIndication, sentence: PASSED }
  const indication = FAILED.includes(subIndication) ? 'TOTAL_FAILED' : 'INDETERMINATE'
  return { indication, subIndication, sentence: SENTENCES[subIndication] }
}

/**
 * The verdict on a signature whose digest matches but whose pages were redrawn afterwards: the
 * revision is intact, the document that is read is another one.
 */
export function alteredVerdict(changes: string[]): Verdict {
  const sentence = `Le document a été modifié après cette signature : ${changes.join(', ')}.`
  return { indication: 'TOTAL_FAILED', subIndication: 'FORMAT_FAILURE', sentence }
}

/** The same verdict, which no longer claims that nothing came after. */
export function qualifiedVerdict(
  given: Verdict,
  later: { added: string[]; doubtful: string[]; completed: string[] }
): Verdict {
  const { added, doubtful, completed } = later
  if (given.indication !== 'TOTAL_PASSED') return given
  if (doubtful.length > 0) return { ...given, sentence: DOUBTFUL }
  if (completed.length > 0) return { ...given, sentence: COMPLETED }
  return added.length > 0 ? { ...given, sentence: MARKED } : given
}

const DOUBTFUL =
  'Signature valide pour le document tel qu’il était alors. Ce qui est venu ensuite peut cacher ou changer ce que vous lisez : comparez avec la version signée.'
const COMPLETED =
  'Signature valide pour le document tel qu’il était alors. Le fichier a été complété ensuite, ce que cette signature ne couvre pas.'
const MARKED =
  'Signature valide : le contenu signé est intact et le certificat est reconnu. Les marques posées ensuite sur les pages ne sont pas couvertes par elle.'
