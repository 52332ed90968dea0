import type { XmlDoc } from '#lib/xml'
import type { ManifestView } from '../manifest_view.js'
import { viewManifest } from '../manifest_reader.js'
import { SipRefused, type OpenedSip } from '../sip_container.js'
import type { IngestTerms } from './agreement.js'
import { checkDigests, checkSizes } from './check_contents.js'
import { checkHeader } from './check_header.js'
import { checkNumber, checkUsages } from './check_objects.js'
import { checkLayout, checkManifest, checkManifestName } from './check_package.js'
import { checkOrphans, checkTree } from './check_tree.js'
import { checkRules, checkUnits } from './check_units.js'
import { ko, ok, type IngestEvent } from './outcome.js'

export interface IngestReport {
  outcome: 'OK' | 'WARNING' | 'KO'
  /** In the order of Vitam's workflow; the last is the one that refused, when one did. */
  events: IngestEvent[]
  /** What was read, when the package was accepted. */
  manifest: ManifestView | null
}

/**
 * Checks a package in the order, and with the codes, of Vitam's DefaultIngestWorkflow, and stops
 * at the first check that fails. `open` opens the package; a SipRefused becomes CHECK_CONTAINER.
 */
export async function checkSip(
  open: () => Promise<OpenedSip>,
  terms: IngestTerms
): Promise<IngestReport> {
  const events: IngestEvent[] = []
  let manifest: ManifestView | null = null
  try {
    const sip = await open()
    try {
      manifest = await checkOpened(sip, terms, events)
    } finally {
      sip.close()
    }
  } catch (error) {
    if (!(error instanceof SipRefused)) throw error
    events.push(ko('CHECK_CONTAINER', '', error.message))
  }
  const outcome = worstOf(events)
  return { outcome, events, manifest: outcome === 'KO' ? null : manifest }
}

async function checkOpened(
  sip: OpenedSip,
  terms: IngestTerms,
  events: IngestEvent[]
): Promise<ManifestView | null> {
  const passes = (event: IngestEvent) => (events.push(event), event.outcome !== 'KO')

  passes(ok('CHECK_CONTAINER', 'Le paquet est un zip lisible et sans danger.'))
  if (!passes(checkManifestName(sip))) return null
  const layout = checkLayout(sip)
  if (layout && !passes(layout)) return null
  const { event, doc } = await checkManifest(sip, terms)
  if (!passes(event)) return null
  const manifest = viewAndFree(doc!)

  if (!passes(checkHeader(manifest, terms))) return null
  if (!passes(checkDataObjectPackage(manifest, sip, terms))) return null
  if (!passes(await checkDigests(manifest, sip))) return null
  passes(checkSizes(manifest, sip))
  if (!passes(checkUnits(manifest))) return null
  if (!passes(checkRules(manifest, terms))) return null
  return manifest
}

function checkDataObjectPackage(
  manifest: ManifestView,
  sip: OpenedSip,
  terms: IngestTerms
): IngestEvent {
  return (
    checkUsages(manifest) ??
    checkNumber(manifest, sip) ??
    checkTree(manifest, terms) ??
    checkOrphans(manifest) ??
    ok('CHECK_DATAOBJECTPACKAGE', 'Unités, objets et fichiers se correspondent.')
  )
}

function viewAndFree(doc: XmlDoc): ManifestView {
  try {
    return viewManifest(doc)
  } finally {
    doc.dispose()
  }
}

function worstOf(events: IngestEvent[]): IngestReport['outcome'] {
  const outcomes = new Set(events.map(({ outcome }) => outcome))
  return outcomes.has('KO') ? 'KO' : outcomes.has('WARNING') ? 'WARNING' : 'OK'
}
