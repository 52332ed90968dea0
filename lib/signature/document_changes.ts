import type { PDF, PdfObject } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { catalogOf, dictAt, resolved } from '#lib/pdf/document'
import { formChanges } from './form_changes.js'
import { addChanges, noChanges, type LaterChanges } from './later_changes.js'
import { hasSameMetadata } from './metadata.js'

/** What decides of what is opened, shown, run or attached. */
const DECISIVE: Record<string, string> = {
  OCProperties: 'les calques du document',
  Names: 'les pièces jointes ou les scripts du document',
  OpenAction: 'l’action d’ouverture du document',
  AA: 'les actions automatiques du document',
  Collection: 'la présentation du document',
  AF: 'les fichiers joints au document',
  Requirements: 'ce que le document exige du lecteur',
}

/** Judged elsewhere, or written by every tool that signs or keeps proofs (EN 319 142-1 §5.4). */
const APART = ['Type', 'Pages', 'AcroForm', 'DSS', 'Version', 'Extensions', 'Metadata']

const WORDS: Record<string, string> = {
  StructTreeRoot: 'la lecture du document par les synthèses vocales',
  Outlines: 'le plan du document',
  Dests: 'les destinations des liens',
  PageLabels: 'les numéros des pages',
  ViewerPreferences: 'les préférences d’affichage',
  PageMode: 'les préférences d’affichage',
  PageLayout: 'les préférences d’affichage',
  Perms: 'les autorisations du document',
  Lang: 'la langue du document',
  URI: 'l’adresse de base des liens',
}

/** Extensions that only name the standard of what signatures need (EN 319 142-1 §5.6). */
const KNOWN_EXTENSIONS = ['ESIC', 'ADBE', 'Type']

const PROOFS = ['Type', 'Certs', 'CRLs', 'OCSPs', 'VRI', 'TS', 'TU']

/** What became of the document as a whole, its pages and fields left out. */
export function documentChanges(
  before: PDF,
  after: PDF,
  comparison: RevisionComparison
): LaterChanges {
  const changes = noChanges()
  const [one, other] = [catalogOf(before), catalogOf(after)]
  const keys = new Set([...one.keys(), ...other.keys()].map((key) => key.value))
  for (const key of keys) {
    const role = key === 'StructTreeRoot' ? 'structure' : 'content'
    if (APART.includes(key) || comparison.isSame(one.get(key), other.get(key), role)) continue
    if (DECISIVE[key]) changes.altered.push(DECISIVE[key])
    else changes.completed.push(WORDS[key] ?? `une entrée inconnue du document (${key})`)
  }
  addChanges(changes, formChanges(before, after, comparison))
  if (!hasKnownExtensions(before, after)) changes.completed.push('les extensions du format')
  if (!hasKnownProofs(after)) changes.completed.push('une entrée inconnue parmi les preuves')
  if (!hasSameMetadata(before, after))
    changes.completed.push('les propriétés du document (titre, auteur…)')
  return changes
}

function hasKnownExtensions(before: PDF, after: PDF): boolean {
  const [was, is] = [before, after].map((side) => dictAt(side, catalogOf(side), 'Extensions'))
  return [...(is?.keys() ?? [])].every(
    ({ value }) => KNOWN_EXTENSIONS.includes(value) || Boolean(was?.has(value))
  )
}

/** What keeps proofs keeps nothing else (EN 319 142-1 §5.4.2.2, ISO 32000-2 §12.8.4.3). */
function hasKnownProofs(pdf: PDF): boolean {
  const store = dictAt(pdf, catalogOf(pdf), 'DSS')
  return [...(store?.keys() ?? [])].every(({ value }) => PROOFS.includes(value))
}

/** Whether an update locks a document or opens it (ISO 32000-1 §7.6): no tool that signs does. */
export function keepsEncryption(before: PDF, after: PDF, comparison: RevisionComparison): boolean {
  const [was, is]: (PdfObject | null)[] = [before, after].map((side) =>
    resolved(side, side.context.info.trailer.get('Encrypt'))
  )
  return comparison.isSame(was, is)
}
