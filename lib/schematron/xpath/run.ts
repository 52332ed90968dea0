import { XPathError } from './error.js'
import type { DocumentNode, Item, Items } from './items.js'

/** A variable whose value could not be computed: whoever reads it fails in the same way. */
export class Failed {
  constructor(readonly reason: XPathError) {}
}

/** A variable that nobody has read yet. */
export class Later {
  constructor(
    readonly node: Item,
    readonly value: Evaluate
  ) {}
}

/** What a sheet knows of one document while it judges it. */
export class Run {
  /** The values of variables: each `let`, parameter and `for` has its own place. */
  readonly slots: (Items | Failed | Later | undefined)[] = []
  /** What depends on the document alone is computed once. */
  readonly memo: unknown[] = []
  position = 1
  size = 1

  constructor(readonly document: DocumentNode) {}
}

export type Evaluate = (item: Item, run: Run) => Items
export type Test = (item: Item, run: Run) => boolean

/** A function of XPath on the values of its arguments; a missing first one is the context. */
export type Builtin = (args: Items[]) => Items

/** The first item of a sequence of one at most. @throws XPathError XPTY0004 */
export function onlyOf(items: Items): Item | undefined {
  if (items.length > 1) throw new XPathError('XPTY0004', 'plusieurs valeurs au lieu d’une')
  return items[0]
}
