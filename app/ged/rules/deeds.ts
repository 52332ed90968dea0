/** What somebody did of a document or of a folder, as a line says it; the rest of the journal is not told. */
export const DEEDS: Record<string, string> = {
  'ged.deposited': 'Déposé',
  'ged.version_added': 'Version ajoutée',
  'ged.copied': 'Copié',
  'ged.redacted': 'Copie occultée faite',
  'ged.described': 'Décrit',
  'ged.renamed': 'Renommé',
  'ged.moved': 'Déplacé',
  'ged.related': 'Relié à un autre',
  'ged.unrelated': 'Relation défaite',
  'ged.proposal_taken': 'Proposition acceptée',
  'ged.proposal_silenced': 'Proposition écartée',
  'ged.commented': 'Commenté',
  'ged.comment_withdrawn': 'Commentaire retiré',
  'ged.comment_resolved': 'Commentaire résolu',
  'ged.comment_reopened': 'Commentaire rouvert',
  'ged.discarded': 'Mis à la corbeille',
  'ged.restored': 'Rétabli',
  'ged.held': 'Gelé',
  'ged.hold_lifted': 'Gel levé',
  'ged.folder_closed': 'Dossier clos',
  'ged.folder_reopened': 'Dossier rouvert',
  'ged.filed': 'Rangé à la clôture du dossier',
  'ged.rights_set': 'Droits donnés',
  'ged.rights_inherited': 'Droits du dessus rendus',
}

export const DEED_TYPES = Object.keys(DEEDS)

/** What a reader narrows them by. */
export const DEED_KINDS: { value: string; label: string; types: string[] }[] = [
  {
    ...{ value: 'depots', label: 'Dépôts et versions' },
    types: ['ged.deposited', 'ged.version_added', 'ged.copied', 'ged.redacted', 'ged.filed'],
  },
  {
    ...{ value: 'rangement', label: 'Description et rangement' },
    types: [
      ...['ged.described', 'ged.renamed', 'ged.moved', 'ged.related', 'ged.unrelated'],
      ...['ged.proposal_taken', 'ged.proposal_silenced'],
    ],
  },
  {
    ...{ value: 'paroles', label: 'Commentaires' },
    types: DEED_TYPES.filter((type) => type.startsWith('ged.comment')),
  },
  { value: 'corbeille', label: 'Corbeille', types: ['ged.discarded', 'ged.restored'] },
  {
    ...{ value: 'droits', label: 'Droits, gels et clôtures' },
    types: [
      ...['ged.held', 'ged.hold_lifted', 'ged.folder_closed', 'ged.folder_reopened'],
      ...['ged.rights_set', 'ged.rights_inherited'],
    ],
  },
]
