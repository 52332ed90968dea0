import type { XmlElementView } from '#lib/xml'

export interface ReadEvent {
  code: string
  outcome: string
  message: string
}

/** asalae names the archive at the root unit; Vitam gives each unit a SystemId; 0.2 and 1.0 differ. */
export function archiveIdsOf(root: XmlElementView): string[] {
  const named = (name: string) =>
    root
      .texts(`.//*[local-name()="${name}"]`)
      .map((id) => id.trim())
      .filter(Boolean)
  for (const name of [
    'ArchivalAgencyArchiveUnitIdentifier',
    'ArchivalAgencyArchiveIdentifier',
    'SystemId',
  ]) {
    const found = named(name)
    if (found.length > 0) return found
  }
  return []
}

export function readEvent(event: XmlElementView): ReadEvent {
  const text = (name: string) => children(event, name)[0] ?? ''
  return {
    code: text('OutcomeDetail') || text('EventTypeCode'),
    outcome: text('Outcome'),
    message: text('OutcomeDetailMessage').replace(/\s+/g, ' '),
  }
}

export function codeOf(root: XmlElementView): string {
  return children(root, 'ReplyCode')[0] ?? ''
}

export function children(element: XmlElementView, ...names: string[]): string[] {
  return names
    .flatMap((name) => element.texts(`./*[local-name()="${name}"]`))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
