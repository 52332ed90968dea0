import { LocalDate } from '#lib/values'
import type { Classification } from '#app/actes/rules/classification'
import type { ActeDraft } from '#app/actes/rules/check_acte'
import type { ActeMessage } from '#app/actes/formats/acte_message'

export const TODAY = LocalDate.parse('2026-11-22')

/** A small classification, enough for the rules. */
export const CLASSIFICATION: Classification = {
  date: '2026-01-05',
  natures: [
    {
      code: 1,
      label: 'Délibérations',
      abrege: 'DE',
      typesPJ: [
        { code: '21_RP', label: 'Rapport' },
        { code: '99_SE', label: 'Signature' },
        { code: '99_DE', label: 'Délibération' },
      ],
    },
    { code: 5, label: 'Budget', abrege: 'BF', typesPJ: [{ code: '99_BU', label: 'Budget' }] },
  ],
  matieres: [
    { code: 7, label: 'Finances', children: [{ code: 1, label: 'Budget', children: [] }] },
    { code: 10, label: 'Divers', children: [] },
    {
      code: 5,
      label: 'Institutions',
      children: [
        { code: 2, label: 'Assemblées', children: [{ code: 1, label: 'Règlement', children: [] }] },
      ],
    },
  ],
}

/** A deliberation that nothing is wrong with; what a test is about replaces it. */
export function draft(changes: Partial<ActeDraft> = {}): ActeDraft {
  return {
    nature: 1,
    matiere: '5.2',
    numero: '2026_045',
    objet: 'Règlement intérieur du conseil municipal',
    decisionDate: '2026-11-20',
    document: { name: 'delib.pdf', mediaType: 'application/pdf', size: 70_000 },
    typePJ: '99_DE',
    annexes: [],
    ...changes,
  }
}

export const COMMUNE = {
  siren: '213502388',
  departement: '035',
  arrondissement: '1',
  nature: '31',
}

export function message(changes: Partial<ActeMessage> = {}): ActeMessage {
  return {
    numero: '2026_045',
    natureCode: 1,
    decisionDate: LocalDate.parse('2026-11-20'),
    matiere: '5.2',
    objet: 'Règlement intérieur',
    classificationDate: '2026-01-05',
    documentName: '99_DE-035-213502388-20261120-2026_045-DE-1-1_1.pdf',
    annexeNames: [],
    paperToo: false,
    ...changes,
  }
}
