import { parseXml, XmlRejected, type XmlDoc } from '#lib/xml'
import { isSedaVersion, versionOf } from '../seda_versions.js'
import type { OpenedSip } from '../sip_container.js'
import type { IngestTerms } from './agreement.js'
import { ko, ok, type IngestEvent } from './outcome.js'

export const MANIFEST_NAME = /^([a-zA-Z0-9_-]{0,56}[_-])?manifest\.xml$/
const MANIFEST_BYTES = 200 * 1024 ** 2
const STEP = 'CHECK_SEDA'

/** STP_SANITY_CHECK_SIP: is a manifest there, under a name that is admitted. */
export function checkManifestName(sip: OpenedSip): IngestEvent {
  const step = 'MANIFEST_FILE_NAME_CHECK'
  return rootFiles(sip).some((name) => MANIFEST_NAME.test(name))
    ? ok(step, 'Le bordereau porte un nom admis.')
    : ko(
        step,
        '',
        'Le paquet n’a pas à sa racine de bordereau nommé « manifest.xml ».',
        rootFiles(sip)
      )
}

/** The layout of the package: one file and at most one folder, "content", at the root. */
export function checkLayout(sip: OpenedSip): IngestEvent | null {
  const files = rootFiles(sip)
  if (files.length > 1) {
    return ko(
      STEP,
      'CONTAINER_FORMAT.FILE',
      'Le paquet contient plusieurs fichiers à sa racine.',
      files
    )
  }
  const folders = rootFolders(sip)
  if (folders.length > 1 || folders.some((name) => !/^[cC]ontent$/.test(name))) {
    return ko(
      STEP,
      'CONTAINER_FORMAT.DIRECTORY',
      'Le paquet ne doit contenir qu’un dossier, nommé « content ».',
      folders
    )
  }
  return null
}

/** Reads the manifest and holds it against the official schema of its own version. */
export async function checkManifest(
  sip: OpenedSip,
  terms: IngestTerms
): Promise<{ event: IngestEvent; doc?: XmlDoc }> {
  const name = rootFiles(sip).find((file) => MANIFEST_NAME.test(file))
  if (!name) return { event: ko(STEP, 'NO_FILE', 'Le paquet ne contient pas de bordereau.') }
  const bytes = await sip.read(name, MANIFEST_BYTES)
  try {
    const doc = parseXml(bytes, { maxBytes: MANIFEST_BYTES, maxDepth: 200 })
    const event = checkSchema(doc, bytes, terms)
    if (event.outcome === 'OK') return { event, doc }
    doc.dispose()
    return { event }
  } catch (error) {
    if (!(error instanceof XmlRejected)) throw error
    return { event: ko(STEP, 'NOT_XML_FILE', error.message) }
  }
}

function checkSchema(doc: XmlDoc, bytes: Buffer, terms: IngestTerms): IngestEvent {
  const version = versionOf(doc.root.namespace)
  if (!isSedaVersion(version)) {
    return ko(
      STEP,
      'UNSUPPORTED_SEDA_VERSION',
      `La version ${version ?? 'inconnue'} du SEDA n’est pas admise : utilisez la 2.1, la 2.2 ou la 2.3.`
    )
  }
  if (doc.root.name !== 'ArchiveTransfer') {
    return ko(
      STEP,
      'NOT_XSD_VALID',
      `Le bordereau est un message « ${doc.root.name} » et non un versement.`
    )
  }
  const problems = terms.validate(version, bytes)
  if (problems === null) {
    return ok(
      STEP,
      `Le bordereau SEDA ${version} est lisible ; le schéma officiel n’est pas installé, il n’a pas été consulté.`
    )
  }
  if (problems.length === 0)
    return ok(STEP, `Le bordereau est conforme au schéma officiel du SEDA ${version}.`)
  const told = problems.map(({ line, message }) => `ligne ${line} : ${message}`)
  return ko(
    STEP,
    'NOT_XSD_VALID',
    `Le bordereau n’est pas conforme au schéma officiel du SEDA ${version}.`,
    told
  )
}

function rootFiles(sip: OpenedSip): string[] {
  return [...sip.files.keys()].filter((path) => !path.includes('/'))
}

function rootFolders(sip: OpenedSip): string[] {
  const folders = [...sip.files.keys()].filter((path) => path.includes('/'))
  return [...new Set(folders.map((path) => path.split('/')[0]))]
}
