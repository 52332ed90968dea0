import type { ManifestView, ObjectView } from '../manifest_view.js'
import type { OpenedSip } from '../sip_container.js'
import { ALGORITHMS } from './check_objects.js'
import { ko, ok, warning, type IngestEvent } from './outcome.js'

/** CHECK_DIGEST: re-reads every file and compares it with the digest that the manifest declares. */
export async function checkDigests(
  { objects }: ManifestView,
  sip: OpenedSip
): Promise<IngestEvent> {
  const step = 'CHECK_DIGEST'
  const binaries = objects.filter(({ kind }) => kind === 'binary')
  const empty = binaries.filter(({ digest }) => digest === '').map(({ id }) => id)
  const invalid: string[] = []
  for (const object of binaries) {
    if (object.digest !== '' && !(await matches(object, sip))) invalid.push(object.id)
  }
  if (empty.length > 0 && invalid.length > 0) {
    return ko(step, '', 'Des empreintes manquent et d’autres sont fausses.', [...empty, ...invalid])
  }
  if (empty.length > 0) return ko(step, 'EMPTY', 'Un objet n’a pas d’empreinte.', empty)
  if (invalid.length > 0) {
    return ko(
      step,
      'INVALID',
      'Un fichier n’est pas celui dont le bordereau donne l’empreinte.',
      invalid
    )
  }
  return ok(step, 'Chaque fichier a l’empreinte que le bordereau déclare.')
}

/** CHECK_OBJECT_SIZE: a size that differs is noted; the digest has already settled the matter. */
export function checkSizes({ objects }: ManifestView, sip: OpenedSip): IngestEvent {
  const step = 'CHECK_OBJECT_SIZE'
  const wrong = objects.filter(
    ({ kind, size, uri }) => kind === 'binary' && size !== null && size !== sip.files.get(uri)?.size
  )
  if (wrong.length === 0) return ok(step, 'Chaque fichier a la taille que le bordereau déclare.')
  return warning(
    step,
    'La taille déclarée d’un objet n’est pas celle du fichier.',
    wrong.map(({ id }) => id)
  )
}

async function matches(object: ObjectView, sip: OpenedSip): Promise<boolean> {
  const algorithm = ALGORITHMS[object.algorithm]
  const { [algorithm]: found } = await sip.digests(object.uri, [algorithm])
  return found === object.digest.toLowerCase()
}
