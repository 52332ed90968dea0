/** What is compared of a redacted copy: its bytes, and those of the documents that it stands for. */
export interface RedactedCopy {
  copy: Buffer
  /** The acte as deposited, as signed, as stamped. */
  originals: Buffer[]
}

/** Why a PDF would not be a redacted copy, in French, or null. Other problems of a PDF are said before. */
export function redactedCopyProblem({ copy, originals }: RedactedCopy): string | null {
  if (originals.some((original) => copy.equals(original))) {
    return 'Ce fichier est l’acte lui-même : déposez une copie où les données personnelles sont retirées.'
  }
  // ISO 32000-1 §7.5.6: what is written after a document leaves all of it to be read
  if (originals.some((original) => copy.subarray(0, original.length).equals(original))) {
    return 'Ce fichier contient encore l’acte entier sous ce qui le masque : imprimez la copie masquée dans un nouveau PDF, puis déposez-le.'
  }
  if (copy.includes('/ByteRange')) {
    return 'Ce fichier porte une signature : l’original signé ne se publie pas. Imprimez la copie expurgée dans un nouveau PDF, puis déposez-le.'
  }
  return null
}
