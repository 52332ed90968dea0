import type { ManifestView, ObjectView } from '../manifest_view.js'
import type { OpenedSip } from '../sip_container.js'
import { ko, type IngestEvent } from './outcome.js'

const VERSION = 'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_DATAOBJECT_VERSION'
const NUMBER = 'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_OBJECTNUMBER'
const USAGE = /^(BinaryMaster|PhysicalMaster|Dissemination|Thumbnail|TextContent)(_\d+)?$/

/** Names of the digest algorithms that a manifest may use, and what node:crypto calls them. */
export const ALGORITHMS: Readonly<Record<string, string>> = {
  'MD5': 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
}

/** Usages, addresses and algorithms of the objects that the manifest declares. */
export function checkUsages({ objects }: ManifestView): IngestEvent | null {
  const binaries = objects.filter(({ kind }) => kind === 'binary')
  return (
    fault(
      objects.filter(({ kind, usage }) => kind === 'physical' && usage.startsWith('BinaryMaster')),
      'PDO_DATAOBJECTIONVERSION_BINARYMASTER',
      'Un objet physique ne peut pas être un original numérique.'
    ) ??
    fault(
      binaries.filter(({ usage }) => usage.startsWith('PhysicalMaster')),
      'BDO_DATAOBJECTIONVERSION_PHYSICALMASTER',
      'Un fichier ne peut pas être un original papier.'
    ) ??
    fault(
      objects.filter(({ usage }) => usage !== '' && !USAGE.test(usage)),
      'INVALID_DATAOBJECTVERSION',
      'L’usage d’un objet n’est pas admis.'
    ) ??
    fault(
      binaries.filter(({ uri }) => uri === ''),
      'EMPTY_REQUIRED_FIELD',
      'Un objet ne dit pas où est son fichier.'
    ) ??
    fault(
      binaries.filter(({ algorithm }) => algorithm !== '' && !(algorithm in ALGORITHMS)),
      'INVALIDE_ALGO',
      'L’algorithme d’empreinte d’un objet n’est pas admis.'
    )
  )
}

/** As many files as objects, each file declared once. */
export function checkNumber({ objects }: ManifestView, sip: OpenedSip): IngestEvent | null {
  const declared = objects.filter(({ kind }) => kind === 'binary').map(({ uri }) => uri)
  const present = [...sip.files.keys()].filter((path) => path.includes('/'))
  const known = new Set<string>()
  const twice = declared.filter((uri) => known.size === known.add(uri).size)
  if (twice.length > 0)
    return ko(NUMBER, 'INVALID_URI', 'Deux objets désignent le même fichier.', twice)
  const undeclared = present.filter((path) => !known.has(path))
  const missing = declared.filter((uri) => !sip.files.has(uri))
  if (present.length > declared.length) {
    return ko(
      NUMBER,
      'MANIFEST_INFERIOR_BDO',
      'Le paquet contient des fichiers que le bordereau ne déclare pas.',
      undeclared
    )
  }
  if (present.length < declared.length) {
    return ko(
      NUMBER,
      'MANIFEST_SUPERIOR_BDO',
      'Le bordereau déclare des fichiers que le paquet ne contient pas.',
      missing
    )
  }
  if (missing.length === 0) return null
  return ko(
    NUMBER,
    'INVALID_URI',
    'Un objet désigne un fichier que le paquet ne contient pas.',
    missing
  )
}

function fault(objects: ObjectView[], reason: string, message: string): IngestEvent | null {
  if (objects.length === 0) return null
  return ko(
    VERSION,
    reason,
    message,
    objects.map(({ id }) => id)
  )
}
