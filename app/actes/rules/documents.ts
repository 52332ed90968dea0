import type { NatureCode } from './nature.js'

export const PDF = 'application/pdf'
const XML_TYPES = ['application/xml', 'text/xml']
const ANNEXE_TYPES = [PDF, ...XML_TYPES, 'image/jpeg', 'image/png']

// The ministry counts the archive in decimal megabytes
export const LARGEST_ARCHIVE = 150_000_000
// The rest is for the signatures to come, the message, its envelope and the headers of the archive
const LARGEST_FILES = LARGEST_ARCHIVE - 1_000_000
const MOST_ANNEXES = 200

/** What the rules must know of a file: its type is the one found in its content, not in its name. */
export interface FileFacts {
  name: string
  mediaType: string
  /** Bytes. */
  size: number
}

export const isXml = (mediaType: string) => XML_TYPES.includes(mediaType)

/** Why the main document would be refused, in French, or null. */
export function mainDocumentProblem(
  file: FileFacts,
  nature: NatureCode,
  matiere: string
): string | null {
  if (file.mediaType === PDF) return null
  if (!isXml(file.mediaType)) {
    return `Le fichier « ${file.name} » n’est pas un PDF : exportez l’acte en PDF et déposez-le de nouveau.`
  }
  // Budgets of the TotEM application travel as XML
  if (nature !== 5) {
    return 'Seuls les documents budgétaires et financiers peuvent être au format XML : déposez un PDF.'
  }
  if (matiere !== '7.1' && !matiere.startsWith('7.1.')) {
    return 'Un document au format XML se classe en 7.1 (décisions budgétaires) : changez la matière ou déposez un PDF.'
  }
  return null
}

/** Why an annexe would be refused, in French, or null. */
export function annexeProblem(file: FileFacts, mainMediaType: string): string | null {
  if (isXml(mainMediaType) && file.mediaType !== PDF) {
    return `Quand l’acte est au format XML, ses annexes sont des PDF : convertissez « ${file.name} ».`
  }
  if (ANNEXE_TYPES.includes(file.mediaType)) return null
  return `« ${file.name} » n’est ni un PDF, ni un XML, ni une image JPEG ou PNG : convertissez-le en PDF.`
}

/** Why the files together would be refused, in French, or null. */
export function totalProblem(files: FileFacts[]): string | null {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (total > LARGEST_FILES) {
    const megabytes = Math.ceil(total / 1_000_000)
    return `L’acte et ses annexes pèsent ${megabytes} Mo : la préfecture n’en accepte que 149. Retirez ou allégez des annexes.`
  }
  if (files.length - 1 > MOST_ANNEXES) {
    return `Un acte porte au plus ${MOST_ANNEXES} annexes : regroupez-les.`
  }
  return null
}
