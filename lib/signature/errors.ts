import { defineError } from '#lib/errors'

export const PdfUnreadable = defineError(
  'E_PDF_UNREADABLE',
  'Ce fichier n’est pas un PDF lisible. Ouvrez-le dans votre logiciel, enregistrez-le de nouveau en PDF, puis déposez-le.'
)

export const PdfLocked = defineError(
  'E_PDF_LOCKED',
  'Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis déposez-la.'
)

export const PdfCertified = defineError(
  'E_PDF_CERTIFIED',
  'Ce PDF a été certifié par son auteur, qui n’autorise plus aucune signature. Demandez-lui une version non certifiée.'
)

export const PdfMisleading = defineError(
  'E_PDF_MISLEADING',
  'Ce PDF est construit de telle sorte que son contenu pourrait changer après la signature sans que cela se voie. Imprimez-le en PDF depuis votre logiciel, puis déposez cette nouvelle version.'
)

export const PdfSignedAndDamaged = defineError(
  'E_PDF_SIGNED_AND_DAMAGED',
  'Ce PDF porte déjà une signature et sa structure est abîmée : le réparer détruirait cette signature. Demandez le fichier d’origine à son auteur.'
)

/** What we made of a document was read again, and is not that document with our mark. */
export const PdfUnfaithful = defineError(
  'E_PDF_UNFAITHFUL',
  'Le document a été relu avant d’être enregistré, et ce ne serait plus celui qui a été déposé : %s. Rien n’a été apposé. Ouvrez l’original dans votre logiciel, enregistrez-le de nouveau en PDF, puis déposez-le.'
)

export const FieldAlreadySigned = defineError(
  'E_SIGNATURE_FIELD_TAKEN',
  'Le champ de signature « %s » est déjà signé. Choisissez un autre champ.'
)

export const SignatureDoesNotMatch = defineError(
  'E_SIGNATURE_DOES_NOT_MATCH',
  'La signature reçue ne correspond pas au document ou au certificat. Reprenez la signature depuis le début.'
)

export const SignatureTooLarge = defineError(
  'E_SIGNATURE_TOO_LARGE',
  'La signature et ses certificats dépassent la place réservée dans le PDF (%s octets de trop). Retirez les certificats inutiles de votre fichier, puis recommencez.'
)

export const CertificateUnreadable = defineError(
  'E_CERTIFICATE_UNREADABLE',
  'Ce certificat ne peut pas être lu. Choisissez un fichier .p12 ou .pfx complet.'
)

export const WrongCertificatePassword = defineError(
  'E_CERTIFICATE_PASSWORD',
  'Le mot de passe ne correspond pas à ce certificat. Vérifiez-le, puis recommencez.'
)

export const CertificateTooSlow = defineError(
  'E_CERTIFICATE_TOO_SLOW',
  'Ce fichier demande un nombre de calculs déraisonnable avant de s’ouvrir (plus de dix millions). Exportez de nouveau votre certificat depuis le logiciel qui le garde.'
)

export const CertificateUnsupported = defineError(
  'E_CERTIFICATE_UNSUPPORTED',
  'Ce fichier est protégé d’une façon que la plateforme ne sait pas ouvrir. Exportez de nouveau votre certificat, avec un chiffrement AES-256.'
)

/** No authority answered; `details.failures` says what each one said. */
export class TimestampUnavailable extends defineError(
  'E_TIMESTAMP_UNAVAILABLE',
  'Aucune autorité d’horodatage n’a répondu. La signature n’a pas été apposée ; réessayez dans quelques minutes.',
  503
) {
  constructor(failures: string[]) {
    super()
    this.with({ failures })
  }
}
