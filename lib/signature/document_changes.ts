import type { PDF, PdfDict, PdfObject } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { catalogOf, dictAt, resolved } from '#lib/pdf/document'
import { hasSameMetadata } from './metadata.js'
import { noChanges, type LaterChanges } from './later_changes.js'

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

/** What can make a reader show something else than the pages and the values of the fields. */
const FORM: [string, string][] = [
  ['XFA', 'le formulaire du document'],
  ['NeedAppearances', 'l’affichage du formulaire'],
]

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
    if (APART.includes(key) || comparison.isSame(one.get(key), other.get(key))) continue
    if (DECISIVE[key]) changes.altered.push(DECISIVE[key])
    else changes.completed.push(WORDS[key] ?? `une entrée inconnue du document (${key})`)
  }
  const [form, formNow] = [before, after].map((side) => dictAt(side, catalogOf(side), 'AcroForm'))
  for (const [key, words] of FORM) {
    if (formNow?.has(key) && !comparison.isSame(form?.get(key), formNow.get(key)))
      changes.altered.push(words)
  }
  if (form?.has('CO') && !comparison.isSame(form.get('CO'), formNow?.get('CO')))
    changes.completed.push('les calculs du formulaire')
  if (!keepsItsFonts(form, formNow)) changes.completed.push('les polices du formulaire')
  if (!hasKnownExtensions(before, after)) changes.completed.push('les extensions du format')
  if (!hasSameMetadata(before, after))
    changes.completed.push('les propriétés du document (titre, auteur…)')
  return changes

  /** Fonts may join those of the form; those that were there stay. */
  function keepsItsFonts(was: PdfDict | null, is: PdfDict | null): boolean {
    const [fonts, fontsNow] = [fontsOf(before, was), fontsOf(after, is)]
    return [...(fonts?.keys() ?? [])].every((key) =>
      comparison.isSame(fonts!.get(key.value), fontsNow?.get(key.value))
    )
  }
}

function fontsOf(pdf: PDF, form: PdfDict | null): PdfDict | null {
  const resources = form && dictAt(pdf, form, 'DR')
  return resources && dictAt(pdf, resources, 'Font')
}

function hasKnownExtensions(before: PDF, after: PDF): boolean {
  const [was, is] = [before, after].map((side) => dictAt(side, catalogOf(side), 'Extensions'))
  return [...(is?.keys() ?? [])].every(
    ({ value }) => KNOWN_EXTENSIONS.includes(value) || Boolean(was?.has(value))
  )
}

/** Whether an update locks a document or opens it (ISO 32000-1 §7.6): no tool that signs does. */
export function keepsEncryption(before: PDF, after: PDF, comparison: RevisionComparison): boolean {
  const [was, is]: (PdfObject | null)[] = [before, after].map((side) =>
    resolved(side, side.context.info.trailer.get('Encrypt'))
  )
  return comparison.isSame(was, is)
}
