import type { XmlElementView } from '#lib/xml'
import type { UnitView, RuleCategory, RuleView } from './manifest_view.js'
import { child } from './child_text.js'

export function unitsOf(pack: XmlElementView): UnitView[] {
  const [descriptive] = pack.nodes('*[local-name()="DescriptiveMetadata"]')
  const units: UnitView[] = []
  if (descriptive) collectUnits(descriptive, null, units)
  return units
}

function collectUnits(parent: XmlElementView, parentId: string | null, into: UnitView[]): void {
  for (const node of parent.nodes('*[local-name()="ArchiveUnit"]')) {
    const unit = unitOf(node, parentId)
    if (unit) into.push(unit)
    if (unit) collectUnits(node, unit.id, into)
  }
}

/** A unit, or null for one that only refers to another (ArchiveUnitRefId). */
function unitOf(node: XmlElementView, parentId: string | null): UnitView | null {
  if (child(node, 'ArchiveUnitRefId')) return null
  const [content] = node.nodes('*[local-name()="Content"]')
  const [management] = node.nodes('*[local-name()="Management"]')
  const references = './*[local-name()="DataObjectReference"]/*[local-name()='
  return {
    id: node.attribute('id') ?? '',
    parentId,
    title: content ? child(content, 'Title') : '',
    level: content ? child(content, 'DescriptionLevel') : '',
    startDate: content ? child(content, 'StartDate') : '',
    endDate: content ? child(content, 'EndDate') : '',
    childRefs: trimmed(
      node.texts('./*[local-name()="ArchiveUnit"]/*[local-name()="ArchiveUnitRefId"]')
    ),
    groupRefs: trimmed(node.texts(`${references}"DataObjectGroupReferenceId"]`)),
    objectRefs: trimmed(node.texts(`${references}"DataObjectReferenceId"]`)),
    rules: management ? rulesOf(management) : [],
    attaches: management ? management.nodes('*[local-name()="UpdateOperation"]').length > 0 : false,
  }
}

/** The rules of a Management block: in each category a Rule, then perhaps its StartDate. */
export function rulesOf(management: XmlElementView): RuleView[] {
  return management
    .nodes('*[substring(local-name(), string-length(local-name()) - 3) = "Rule"]')
    .flatMap((block) => {
      const category = block.name.slice(0, -'Rule'.length) as RuleCategory
      const finalAction = child(block, 'FinalAction')
      const rules: RuleView[] = []
      for (const part of block.nodes('*')) {
        const value = part.value.trim()
        if (part.name === 'Rule') rules.push({ category, rule: value, startDate: '', finalAction })
        else if (part.name === 'StartDate' && rules.length > 0) rules.at(-1)!.startDate = value
      }
      return rules
    })
}

function trimmed(texts: string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
