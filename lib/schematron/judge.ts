import type { XmlNode } from '#lib/xml/tree/element'
import type { Assertion, Let, Pattern, Sheet, SheetRule } from './sheet.js'
import { XPathError } from './xpath/error.js'
import { AttributeNode, DocumentNode, type Node } from './xpath/items.js'
import { Later, Run } from './xpath/run.js'

/** An assertion that is broken, at a node; `error` when it could not be computed there. */
export interface Broken {
  assertion: Assertion
  node: XmlNode
  error?: XPathError
}

/** What a document breaks among the rules of a sheet, a rule that cannot be computed included. */
export function broken(sheet: Sheet, root: XmlNode): Broken[] {
  const run = new Run(new DocumentNode(root))
  const found: Broken[] = []
  set(sheet.lets, run.document, run)
  for (const pattern of sheet.patterns) judgePattern(pattern, run, found)
  return found
}

/** In a pattern, the first rule that a node matches is the only one that judges it. */
function judgePattern({ rules }: Pattern, run: Run, found: Broken[]): void {
  const judged = rules.length > 1 ? new Set<unknown>() : null
  for (const rule of rules) {
    for (const node of rule.matches(run)) {
      if (judged) {
        const key = node instanceof AttributeNode ? `${node.parent.order}@${node.name}` : node
        if (judged.has(key)) continue
        judged.add(key)
      }
      judgeNode(rule, node, run, found)
    }
  }
}

function judgeNode({ lets, assertions }: SheetRule, node: Node, run: Run, found: Broken[]): void {
  set(lets, node, run)
  for (const assertion of assertions) {
    try {
      if (assertion.test(node, run) === assertion.isReport)
        found.push({ assertion, node: elementOf(node) })
    } catch (error) {
      if (!(error instanceof XPathError)) throw error
      found.push({ assertion, node: elementOf(node), error })
    }
  }
}

function elementOf(node: Node): XmlNode {
  if (node instanceof AttributeNode) return node.parent
  return node instanceof DocumentNode ? node.root : node
}

/** A variable is computed by whoever reads it first; when it cannot be, that reader alone fails. */
function set(lets: Let[], node: Node, run: Run): void {
  for (const { slot, value } of lets) run.slots[slot] = new Later(node, value)
}
