import { defineError } from '#lib/errors'

export const InvoiceMissing = defineError(
  'E_INVOICING_MISSING',
  'Cette facture n’existe pas, ou pas pour vous. Revenez à la liste pour la retrouver.',
  404
)
export const InvoiceNotRead = defineError(
  'E_INVOICING_NOT_RECEIVED',
  'Le fichier de cette facture n’est pas encore arrivé de Chorus Pro : réessayez dans un instant.',
  409
)
export const InSignature = defineError(
  'E_INVOICING_IN_SIGNATURE',
  'Le certificat de cette facture est déjà en signature : suivez-le au parapheur.',
  409
)
export const NotToCertify = defineError(
  'E_INVOICING_NOT_TO_CERTIFY',
  'Le service fait de cette facture ne se demande plus : rechargez la page pour voir où elle en est.',
  409
)
export const NotToOrder = defineError(
  'E_INVOICING_NOT_TO_ORDER',
  'Cette facture n’attend pas de mandat : rechargez la page pour voir où elle en est.',
  409
)
export const NotPaid = defineError(
  'E_INVOICING_NOT_PAID',
  'Cette pièce de marché ne se paie pas : elle en prépare une autre. Elle se traite sur le portail de Chorus Pro.',
  409
)
export const NotToReply = defineError(
  'E_INVOICING_NOT_TO_REPLY',
  'Cette réponse n’est plus possible : rechargez la page pour voir où en est la facture.',
  409
)
export const NothingToResume = defineError(
  'E_INVOICING_NOTHING_TO_RESUME',
  'Plus rien ne retient cette facture : rechargez la page pour voir où elle en est.',
  409
)
export const NoChorusAccount = defineError(
  'E_INVOICING_NO_ACCOUNT',
  'Aucun compte technique de Chorus Pro n’est réglé pour votre collectivité : demandez à la personne qui exploite la plateforme de le renseigner.',
  409
)
export const CallbackDoorMissing = defineError(
  'E_INVOICING_CALLBACK_DOOR_MISSING',
  'Personne n’attend d’appel à cette adresse : demandez de nouveau un abonnement.',
  404
)
export const NoPlatform = defineError(
  'E_INVOICING_NO_PLATFORM',
  'Aucune plateforme agréée n’est réglée pour votre collectivité : demandez à la personne qui exploite la plateforme de la renseigner.',
  409
)
export const AccountNotToConfirm = defineError(
  'E_INVOICING_NO_ACCOUNT_TO_CONFIRM',
  'Ce compte n’attend plus cela : rechargez la page pour voir ce qui en a été dit.',
  409
)
export const SamePersonConfirms = defineError(
  'E_INVOICING_SAME_PERSON',
  'Vous avez vous-même vérifié ce compte : une autre personne doit le confirmer.',
  409
)
export const AccountNotSure = defineError(
  'E_INVOICING_ACCOUNT_NOT_CONFIRMED',
  'Le compte de ce fournisseur n’est pas confirmé par deux personnes : faites-le confirmer avant de mandater.',
  409
)
export const OrdersNotBrought = defineError(
  'E_INVOICING_ORDERS_NOT_BROUGHT',
  'Aucun fichier n’est arrivé. Choisissez un CSV de 10 Mo au plus, puis recommencez.'
)
export const ServiceDayWrong = defineError(
  'E_INVOICING_SERVICE_DAY',
  'Écrivez le jour où le service a été fait : aujourd’hui ou avant.'
)
export const FileNotBrought = defineError(
  'E_INVOICING_FILE_NOT_BROUGHT',
  'Aucun fichier n’est arrivé. Choisissez la facture à vérifier, puis recommencez.'
)
