import Cut from '#app/ged/separators/cut'
import Node from '#app/ged/nodes/node'
import Relation from '#app/ged/relations/relation'
import Sheet from '#app/ged/separators/sheet'
import { tenancy } from '#kernel/tenancy'
import { sheetCode, type SheetOrder } from '#lib/separators/sheet_code'
import { paperWith, type Dots } from '#tests/lib/separators/scanned'

/** A page that has something on it, which tells it from others. */
export const written = (mark = 1): Dots => {
  const dots = paperWith(null, { stain: true })
  for (let row = 0; row < mark; row++)
    dots.fill(1, (400 + row * 9) * 827, (400 + row * 9) * 827 + 60)
  return dots
}

/** A sheet as the member in context prints it. */
export async function printedSheet(siren: string, order: SheetOrder): Promise<Dots> {
  const code = sheetCode(siren, order)
  await Sheet.remember(code, null)
  return paperWith(code)
}

/** What was made of a scan: the name, type, day and folder of each part, and what is said of it. */
export const partsOf = (tenantId: string, scanId: string) =>
  tenancy.run(tenantId, async () => {
    const relations = await Relation.query().where({ toId: scanId, kind: 'extracts' }).orderBy('id')
    const parts = []
    for (const { fromId, pages, leftBecause } of relations) {
      const { name, typeId, documentDate, parentId } = await Node.get(fromId)
      const date = documentDate?.toISODate() ?? null
      parts.push({ id: fromId, name, typeId, date, parentId, pages, leftBecause })
    }
    return parts.toSorted((one, other) => one.pages!.localeCompare(other.pages!))
  })

export const cutOf = (tenantId: string, scanId: string) =>
  tenancy.run(tenantId, () => Cut.find(scanId))
