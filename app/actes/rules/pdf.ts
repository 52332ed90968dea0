/**
 * Why the ministry's software would refuse a PDF, in French, or null.
 * Looks at the bytes only: header, end mark, and encryption in a trailer or a cross-reference stream.
 */
export function pdfProblem(bytes: Buffer): string | null {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) {
    return 'Ce fichier n’est pas un PDF : exportez le document en PDF et déposez-le de nouveau.'
  }
  if (!bytes.subarray(-2048).includes('%%EOF')) {
    return 'Ce PDF est incomplet ou abîmé : exportez-le de nouveau depuis le document d’origine.'
  }
  if (isEncrypted(bytes)) {
    return 'Ce PDF est protégé par un mot de passe ou des restrictions : enregistrez-le sans protection.'
  }
  return null
}

function isEncrypted(bytes: Buffer): boolean {
  // Both kinds of trailers hold /Encrypt in clear: ISO 32000-1 §7.5.5 and §7.5.8
  for (let at = bytes.indexOf('/Encrypt'); at !== -1; at = bytes.indexOf('/Encrypt', at + 8)) {
    const after = bytes.subarray(at + 8, at + 40).toString('latin1')
    if (/^\s*(\d+\s+\d+\s+R|<<)/.test(after)) return true
  }
  return false
}
