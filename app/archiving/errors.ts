import { defineError } from '#lib/errors'

export const DepositMissing = defineError(
  'E_ARCHIVING_DEPOSIT_MISSING',
  'Ce versement n’existe pas, ou pas dans cette collectivité.',
  404
)

export const FileMissing = defineError(
  'E_ARCHIVING_FILE_MISSING',
  'Ce versement ne contient pas ce fichier. Revenez au versement et choisissez-le dans sa liste.',
  404
)

export const ProofNotReady = defineError(
  'E_ARCHIVING_PROOF_NOT_READY',
  'Le dossier de preuve n’est pas encore prêt : il se prépare dès que l’archive a répondu. Revenez dans un instant.',
  409
)

export const NotArchivedYet = defineError(
  'E_ARCHIVING_NOT_ARCHIVED_YET',
  'Ce versement n’est pas archivé : il n’y a encore rien à relire.',
  409
)

export const NothingToArchive = defineError(
  'E_ARCHIVING_NOTHING',
  'Un versement contient au moins un document.'
)

export const HoldNotStanding = defineError(
  'E_ARCHIVING_HOLD_NOT_STANDING',
  'Ce gel n’existe pas, ou il est déjà levé.',
  404
)

export const HoldAlreadyOver = defineError(
  'E_ARCHIVING_HOLD_OVER',
  'Un gel finit aujourd’hui ou plus tard : écrivez une date comme 31/12/2027, ou rien s’il n’a pas de terme.'
)

/** An archive that does not answer as it should, in words that the page of the deposit can say. */
export class ArchiveTrouble extends Error {}
