import { defineError } from '#lib/errors'

export const CeremonyOvertaken = defineError(
  'E_CEREMONY_OVERTAKEN',
  '%s a commencé à signer ce dossier juste après vous : votre séance s’est fermée. Rechargez la page, puis reprenez s’il attend encore une signature.',
  409
)

export const CeremonyDead = defineError(
  'E_CEREMONY_DEAD',
  'Cette séance de signature n’est plus valable : le document a changé, ou trop de temps a passé. Reprenez la signature.',
  409
)

export const CeremonyNotFound = defineError(
  'E_CEREMONY_NOT_FOUND',
  'Cette séance de signature n’existe pas.',
  404
)

export const CertificateNotTrusted = defineError(
  'E_CERTIFICATE_NOT_TRUSTED',
  'L’autorité qui a délivré ce certificat n’est pas reconnue ici. Choisissez un certificat délivré par une autorité reconnue.'
)

export const CertificateExpired = defineError(
  'E_CERTIFICATE_EXPIRED',
  'Ce certificat n’est pas en cours de validité. Choisissez-en un autre, ou renouvelez-le.'
)

export const CertificateNotYetValid = defineError(
  'E_CERTIFICATE_NOT_YET_VALID',
  'Ce certificat n’est pas encore en cours de validité. Choisissez-en un autre, ou attendez son premier jour.'
)

export const CertificateOfSomebodyElse = defineError(
  'E_CERTIFICATE_OF_SOMEBODY_ELSE',
  'Ce certificat est au nom de %s, et vous êtes %s. Chacun signe avec son propre certificat, même en l’absence d’une autre personne. S’il est bien le vôtre, demandez à l’administration de le rattacher à votre compte.'
)

export const CertificateOfAnotherCollectivite = defineError(
  'E_CERTIFICATE_OF_ANOTHER_COLLECTIVITE',
  'Ce certificat est celui d’une autre collectivité (%s). Choisissez un certificat délivré pour celle-ci.'
)

export const SealForPerson = defineError(
  'E_SEAL_FOR_PERSON',
  'Ce certificat est un cachet, au nom de « %s » : il engage une organisation et ne signe pour personne. Choisissez votre certificat de signature.'
)

export const PersonForSeal = defineError(
  'E_PERSON_FOR_SEAL',
  'Ce certificat est celui d’une personne (%s) : il ne peut pas servir de cachet. Choisissez le certificat de cachet de la collectivité.'
)

export const NoLinkNeeded = defineError(
  'E_NO_LINK_NEEDED',
  'Ce certificat est déjà reconnu comme le vôtre : il n’y a rien à demander.',
  409
)

export const LinkNotFound = defineError(
  'E_CERTIFICATE_LINK_NOT_FOUND',
  'Ce rattachement n’existe pas, ou n’est plus en attente.',
  404
)

export const LinkReasonMissing = defineError(
  'E_LINK_REASON_MISSING',
  'Dites comment vous savez que ce certificat est bien celui de cette personne : ce motif est gardé et figure sur le bordereau.'
)

export const CertificateNotForSigning = defineError(
  'E_CERTIFICATE_NOT_FOR_SIGNING',
  'Ce certificat n’est pas fait pour signer des documents. Choisissez votre certificat de signature.'
)

export const CertificateKeyUnusable = defineError(
  'E_CERTIFICATE_KEY_UNUSABLE',
  'La clé de ce certificat est trop faible, ou d’une sorte avec laquelle on ne signe pas ici. Demandez à votre autorité de certification une clé RSA de 2 048 bits au moins, ou une clé sur la courbe P-256, P-384 ou P-521.'
)

export const SealCertificateMissing = defineError(
  'E_SEAL_CERTIFICATE_MISSING',
  'Aucun cachet en cours de validité n’est enregistré pour cette collectivité : il n’y a pas de certificat à télécharger.',
  404
)

export const SealMissing = defineError(
  'E_SEAL_MISSING',
  'Aucun cachet en cours de validité n’est enregistré pour cette collectivité. L’administration peut en déposer un.'
)
