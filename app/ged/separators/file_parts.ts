import { type Actor, person, SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import type { SheetOrder } from '#lib/separators/sheet_code'
import { fileDocument } from '../nodes/file_document.js'
import { freeName } from '../nodes/naming.js'
import Node from '../nodes/node.js'
import Relation from '../relations/relation.js'
import { stemOf } from '../rules/names.js'
import { type Bringer, levelsOfBringer } from './bringer.js'
import Cut from './cut.js'
import { type Placed, placedBySheet } from './placed_by_sheet.js'

export const PDF = 'application/pdf'

/** A document of a scan: its sheet, its pages from 0, and what it is once written. */
export interface CutPart {
  sheet: SheetOrder | null
  pages: number[]
  bytes: Buffer
}

/** Files the documents of a scan, all or none, and once. @throws E_GED_CLOSED, the errors of documents */
export async function fileParts(scanId: string, parts: CutPart[], bringer: Bringer) {
  const scan = await Node.hold(scanId)
  if (scan.deletedAt || (await Cut.find(scanId))) return
  const by = actorOf(bringer, scan)
  const levels = await levelsOfBringer(bringer)
  const placed: (CutPart & Placed)[] = []
  for (const part of parts) {
    placed.push({ ...part, ...(await placedBySheet(part.sheet, scan, levels)) })
  }
  // Names are held place after place: two scans that go to the same ones meet them in one order
  const key = ({ place }: Placed) => place.parentId ?? place.spaceId
  for (const part of placed.toSorted((one, other) => key(one).localeCompare(key(other)))) {
    await filePart(scan, part, by)
  }
  await Cut.made(scanId, parts.length)
  const data = { parts: parts.length }
  await journal.append({ type: 'ged.cut', subject: scan.ref, actor: by, data })
}

async function filePart(scan: Node, part: CutPart & Placed, by: Actor): Promise<void> {
  const pages = pagesSaid(part.pages)
  const title = `${scan.title} (${pages})`
  const name = await freeName(part.place, `${stemOf(scan.name)} (${pages}).pdf`)
  const file = await documents.store(part.bytes, { name, accept: [PDF] })
  const { typeId, date, leftBecause } = part
  const told = { title, typeId, date, fields: {}, rule: null, finalAction: null }
  const all = { ...told, retentionFrom: null }
  const { id, ref: subject } = await fileDocument(part.place, { name, told: all, file, by })
  await Relation.create({
    ...{ fromId: id, toId: scan.id, kind: 'extracts', pages, leftBecause },
    ...{ createdAt: clock.now(), createdBy: by.id ?? null },
  })
  const data = { of: scan.id, pages, documentId: file.id, sha256: file.sha256 }
  await journal.append({ type: 'ged.extracted', subject, actor: by, data })
}

/** The person who dropped it; what came by itself is filed by the platform. */
const actorOf = (bringer: Bringer, { createdBy }: Node): Actor =>
  bringer !== 'member' && createdBy && createdBy === bringer.personId ? person(createdBy) : SYSTEM

/** « page 3 », « pages 3 à 7 » */
export function pagesSaid(pages: number[]): string {
  const [first, last] = [pages[0] + 1, pages.at(-1)! + 1]
  return first === last ? `page ${first}` : `pages ${first} à ${last}`
}
