import { isLocked } from '#lib/signature'

/**
 * Why the ministry's software would refuse a PDF, in French, or null.
 * Looks at the bytes only: header, end mark, and encryption as the trailers say it.
 */
export function pdfProblem(bytes: Buffer): string | null {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) {
    return 'Ce fichier n’est pas un PDF : exportez le document en PDF et déposez-le de nouveau.'
  }
  if (!bytes.subarray(-2048).includes('%%EOF')) {
    return 'Ce PDF est incomplet ou abîmé : exportez-le de nouveau depuis le document d’origine.'
  }
  if (isLocked(bytes)) {
    return 'Ce PDF est protégé par un mot de passe ou des restrictions : enregistrez-le sans protection.'
  }
  return null
}
