import { defineError } from '#lib/errors'

export const CandidatureMissing = defineError(
  'E_CANDIDATURE_MISSING',
  'Cette candidature n’existe pas, ou n’est pas la vôtre.',
  404
)
export const MandataireTwice = defineError(
  'E_MANDATAIRE_TWICE',
  'Votre entreprise est déjà mandataire d’un autre groupement pour ce marché : une même entreprise ne peut pas l’être deux fois (code de la commande publique, R2142-23).',
  409
)
export const SeveralGroupsForbidden = defineError(
  'E_SEVERAL_GROUPS_FORBIDDEN',
  'Votre entreprise est déjà dans une autre candidature, et le règlement de cette consultation interdit de se présenter à plusieurs titres (R2142-21).',
  409
)
export const MemberTwice = defineError(
  'E_MEMBER_TWICE',
  'Cette entreprise est déjà de ce groupement.',
  409
)
export const GroupFull = defineError(
  'E_GROUP_FULL',
  'Ce groupement a déjà %s membres : c’est le plus qu’une candidature contienne ici.',
  409
)
export const GroupInvitationOver = defineError(
  'E_GROUP_INVITATION_OVER',
  'Cette invitation a servi, ou elle n’est plus valable. Demandez-en une autre au mandataire.',
  410
)
export const NotThatCompany = defineError(
  'E_NOT_THAT_COMPANY',
  'Cette invitation est faite à l’entreprise du SIREN %s : ajoutez-la d’abord à vos organismes, par son SIRET.',
  403
)
export const CandidatureClosed = defineError(
  'E_CANDIDATURE_CLOSED',
  'L’heure limite est passée, ou la consultation ne reçoit plus de pli : cette candidature ne change plus.',
  409
)
export const CandidatureIncomplete = defineError(
  'E_CANDIDATURE_INCOMPLETE',
  'Le dossier de candidature n’est pas prêt : %s',
  409
)
export const SousTraitantsFull = defineError(
  'E_SOUS_TRAITANTS_FULL',
  'Ce dossier a déjà %s sous-traitants : c’est le plus qu’il contienne ici.',
  409
)
export const EspdNotBrought = defineError(
  'E_ESPD_NOT_BROUGHT',
  'Choisissez un DUME au format XML, de 5 Mo au plus.'
)
export const EspdNumberWrong = defineError(
  'E_ESPD_NUMBER_WRONG',
  'Écrivez le numéro du DUME : huit lettres ou chiffres.'
)
export const EspdRefused = defineError('E_ESPD_REFUSED', '%s')
