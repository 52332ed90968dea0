/** An acte of which nothing is said yet. */
export const BLANK = {
  state: 'draft',
  natureCode: null,
  matiere: '',
  numero: '',
  objet: '',
  decisionDate: null,
  typePj: '',
  documentId: null,
  signedDocumentId: null,
  previousIdentifier: null,
} as const
