import type { Sheet } from '#lib/schematron'
import type { LocalDate } from '#lib/values'
import type { SchemaSet } from '#lib/xml'
import { factsIn, type SchemaName } from './facts.js'
import { Pack } from './pack.js'
import type { SheetName } from './sheet_kinds.js'

/**
 * The packs that apply on a day, the newest first: they stand side by side, and each sheet or schema is
 * the newest one that there is.
 */
export class Packs {
  private constructor(readonly all: readonly Pack[]) {}

  static readonly NONE = new Packs([])

  /** What was imported into that folder; none when there is no such folder. */
  static in(home: string, day: LocalDate): Packs {
    const packs = factsIn(home).map(({ folder, facts }) => new Pack(folder, facts))
    return new Packs(packs.filter((pack) => pack.appliesOn(day)))
  }

  /** The versions that judge a format, the newest first: « 1.4.0.03 + 2.02 »; null when none does. */
  versionsFor(format: keyof typeof OF_FORMAT): string | null {
    const { schemas, sheets } = OF_FORMAT[format]
    const versions = [
      ...sheets.map((name) => this.all.find((one) => one.has(name))),
      ...schemas.map((name) => this.all.find(({ facts }) => facts.schemas[name] !== undefined)),
    ].flatMap((pack) => pack?.facts.version ?? [])
    return versions.length > 0 ? [...new Set(versions)].join(' + ') : null
  }

  sheet(name: SheetName): { sheet: Sheet; version: string } | null {
    const pack = this.all.find((one) => one.has(name))
    return pack ? { sheet: pack.sheet(name), version: pack.facts.version } : null
  }

  schema(name: SchemaName): SchemaSet | null {
    const pack = this.all.find(({ facts }) => facts.schemas[name] !== undefined)
    return pack?.schema(name) ?? null
  }
}

/** What a format may be judged by. */
const OF_FORMAT = {
  CII: { schemas: ['CII'], sheets: ['en-cii', 'ext-cii', 'br-cii', 'fx-bwl', 'fx-ext'] },
  UBL: { schemas: ['Invoice', 'CreditNote'], sheets: ['en-ubl', 'ext-ubl', 'br-ubl'] },
  CDAR: { schemas: ['CDAR'], sheets: ['cdar'] },
  PIVOT: { schemas: ['PIVOT'], sheets: [] },
} as const satisfies Record<string, { schemas: SchemaName[]; sheets: SheetName[] }>
