import { defineError } from '#lib/errors'
import type { ActeProblem } from './rules/check_acte.js'

export const NumeroTaken = defineError(
  'E_ACTE_NUMERO_TAKEN',
  'Le numéro %s est déjà celui d’un autre acte de la collectivité : choisissez-en un autre.'
)
export const ActeNotEditable = defineError(
  'E_ACTE_NOT_EDITABLE',
  'Cet acte n’est plus un brouillon : il ne peut plus être modifié ici.',
  409
)
export const ActeNotSigned = defineError(
  'E_ACTE_NOT_SIGNED',
  'Seul un acte signé, qui n’est pas encore parti, se transmet à la préfecture.',
  409
)
export const ActeNotFound = defineError(
  'E_ACTE_NOT_FOUND',
  'Cet acte n’existe pas, ou plus. Revenez à la liste des actes.',
  404
)
export const ClassificationMissing = defineError(
  'E_ACTE_NO_CLASSIFICATION',
  'La classification de la préfecture n’est pas encore arrivée : demandez-la dans la page « Classification », puis recommencez.',
  409
)
export const AnswerDecided = defineError(
  'E_ACTE_ANSWER_DECIDED',
  'Cette réponse vient d’être traitée, par une autre personne ou par la relecture : rien n’a été refait. La liste dit ce qui attend encore.',
  409
)
export const AnswerUnmatched = defineError(
  'E_ACTE_ANSWER_UNMATCHED',
  'Aucun acte de cette collectivité ne porte l’identifiant ou le numéro %s.'
)
export const PlaceUnknown = defineError(
  'E_ACTE_PLACE_UNKNOWN',
  'Aucune collectivité, ou plus d’une, ne s’appelle « %s » : écrivez son SIREN.'
)
export const ArchiveTooLarge = defineError(
  'E_ACTE_ARCHIVE_TOO_LARGE',
  'L’acte et ses annexes, une fois signés, dépassent les 150 Mo que la préfecture accepte : reprenez le brouillon et allégez les annexes.'
)
export const ActeAlreadySent = defineError(
  'E_ACTE_ALREADY_SENT',
  'Cet acte est déjà parti une fois à la préfecture : il garde son histoire et ne se supprime pas. Corrigez-le, puis renvoyez-le.',
  409
)
export const LetterNotFound = defineError(
  'E_ACTE_LETTER_NOT_FOUND',
  'Ce courrier n’existe pas, ou ne concerne pas cet acte. Revenez à la page de l’acte.',
  404
)
export const LetterSettled = defineError(
  'E_ACTE_LETTER_SETTLED',
  'Ce courrier a été classé pendant que vous écriviez : rien n’est parti. Le fil de l’acte dit par qui. Pour y répondre tout de même, écrivez à votre bureau du contrôle de légalité.',
  409
)
export const OutcomeNoted = defineError(
  'E_ACTE_OUTCOME_NOTED',
  'L’issue de ce déféré est déjà notée : « %s ». Elle reste dans le fil de l’acte.',
  409
)
export const ReplyAlreadySent = defineError(
  'E_ACTE_REPLY_SENT',
  'Une réponse à ce courrier est déjà partie : rechargez la page pour la lire. Pour la compléter, écrivez à votre bureau du contrôle de légalité.',
  409
)
export const ActePrivate = defineError(
  'E_ACTE_PRIVATE',
  'Ce document n’est pas publié. Adressez-vous à la mairie pour le consulter.',
  404
)

export const KeptBack = defineError(
  'E_ACTE_KEPT_BACK',
  '%s Seule une copie expurgée peut être publiée.',
  409
)
export const NotPublic = defineError(
  'E_ACTE_NOT_PUBLIC',
  'Cet acte n’est pas au registre public : rechargez la page pour voir où il en est.',
  409
)

/** Everything that the ministry would refuse, at once; `problems` names each field. */
export class ActeRefused extends defineError(
  'E_ACTE_REFUSED',
  'Cet acte ne peut pas encore partir : corrigez les points signalés.'
) {
  constructor(readonly problems: ActeProblem[]) {
    super()
    this.with({ problems })
    this.at(problems[0]?.field ?? 'numero')
  }
}
