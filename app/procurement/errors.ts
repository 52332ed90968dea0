import { defineError } from '#lib/errors'

export const ConsultationMissing = defineError(
  'E_CONSULTATION_MISSING',
  'Cette consultation n’existe pas, ou pas pour vous. Revenez à la liste pour la retrouver.',
  404
)
export const ConsultationNotDraft = defineError(
  'E_CONSULTATION_NOT_DRAFT',
  'Cette consultation n’est plus un brouillon : elle ne se modifie plus ici.',
  409
)
export const PaperMissing = defineError(
  'E_PAPER_MISSING',
  'Cette pièce n’est pas dans le dossier de cette consultation.',
  404
)
export const LotMissing = defineError(
  'E_LOT_MISSING',
  'Ce lot n’existe pas dans cette consultation.',
  404
)
export const LotsAwarded = defineError(
  'E_LOTS_AWARDED',
  'Un lot de cette consultation est déjà attribué : mettez fin aux autres un par un.',
  409
)
export const HoldersMissing = defineError(
  'E_HOLDERS_MISSING',
  'Il faut au moins trois porteurs de clé pour publier : la perte d’un porteur ne doit rien perdre. Ouvrez « Trousseau », et demandez à %s de faire sa clé.'
)
export const HolderMissing = defineError(
  'E_HOLDER_MISSING',
  'Vous n’êtes pas porteur de ce trousseau : demandez à l’un de ses porteurs d’ouvrir.',
  403
)
export const HolderTwice = defineError(
  'E_HOLDER_TWICE',
  'Vous avez déjà une clé ici. Retirez-la d’abord si vous voulez la remplacer.',
  409
)
export const KeyRefused = defineError(
  'E_KEY_REFUSED',
  'Cette clé n’est pas une clé publique X25519, ou quelqu’un l’a déjà : faites-en une autre.'
)
export const TrousseauSwapped = defineError(
  'E_TROUSSEAU_SWAPPED',
  'Le trousseau de cette consultation n’est plus celui de son règlement : ne déposez rien, et prévenez l’acheteur.',
  409
)
export const TooEarly = defineError(
  'E_BEFORE_THE_HOUR',
  'Personne n’ouvre ni ne compte les plis avant l’heure limite : %s.',
  403
)
export const LastLot = defineError(
  'E_LAST_LOT',
  'C’est le dernier lot de cette consultation : déclarez-la plutôt sans suite.',
  409
)
export const NotOnline = defineError(
  'E_CONSULTATION_NOT_ONLINE',
  'Cette consultation ne reçoit pas de pli.',
  409
)
export const PliMissing = defineError(
  'E_PLI_MISSING',
  'Ce pli n’existe pas, ou n’est pas le vôtre.',
  404
)
export const PliSealed = defineError(
  'E_PLI_SEALED',
  'Ce pli est déjà déposé : commencez-en un autre pour le remplacer.',
  409
)
export const PieceRefused = defineError(
  'E_PIECE_REFUSED',
  'Ce morceau n’est pas arrivé entier, ou n’est pas celui qui est annoncé : renvoyez-le.',
  400
)
export const PieceDiffers = defineError(
  'E_PIECE_DIFFERS',
  'Un autre morceau porte déjà cette empreinte : le fichier a changé depuis le début de l’envoi.',
  409
)
export const PliRefused = defineError('E_PLI_REFUSED', 'Ce pli ne peut pas être déposé : %s')
export const NotYourCompany = defineError(
  'E_NOT_YOUR_COMPANY',
  'Ajoutez d’abord cet établissement à vos organismes, par son SIRET.',
  403
)
export const ShareRefused = defineError(
  'E_SHARE_REFUSED',
  'Ces parts ne sont pas celles de ce porteur : rechargez la page, puis ouvrez de nouveau votre clé.'
)
export const NothingToSetAside = defineError(
  'E_NOTHING_TO_SET_ASIDE',
  'Aucun pli n’est à mettre de côté : les porteurs peuvent encore ouvrir ceux qui attendent, ou rien n’attend.',
  409
)
export const AwardRefused = defineError('E_AWARD_REFUSED', '%s')
export const TooLateToWithdraw = defineError(
  'E_TOO_LATE_TO_WITHDRAW',
  'L’heure limite est passée : un pli ne se retire plus.',
  409
)
export const HourPassed = defineError(
  'E_HOUR_PASSED',
  'L’heure limite est passée : elle ne se reporte plus.',
  409
)
export const FollowerMissing = defineError(
  'E_FOLLOWER_MISSING',
  'Cette adresse ne suit plus cette consultation.',
  404
)
export const PliNumberTaken = defineError(
  'E_PLI_NUMBER_TAKEN',
  'Un pli porte déjà ce numéro : scellez de nouveau vos fichiers, sous un autre.',
  409
)
export const CopyMissing = defineError(
  'E_COPY_MISSING',
  'Cette copie de sauvegarde n’existe pas ici.',
  404
)
export const CopyUnknown = defineError(
  'E_COPY_UNKNOWN',
  'Aucune copie de sauvegarde n’est annoncée sous ce numéro : relisez l’enveloppe.'
)
export const CopyStaysShut = defineError(
  'E_COPY_STAYS_SHUT',
  'Cette copie de sauvegarde reste fermée : elle ne s’ouvre que si le pli porte un virus, est incomplet ou hors délai alors que son envoi avait commencé à temps, ou ne s’ouvre pas (annexe 6).',
  409
)
export const ExerciseMissing = defineError(
  'E_EXERCISE_MISSING',
  'Aucun exercice d’ouverture n’est commencé : commencez-en un.',
  404
)
export const HolderUnknown = defineError(
  'E_HOLDER_UNKNOWN',
  'Cette clé n’est pas dans le trousseau, ou n’y est plus.',
  404
)
