import type { XmlNode } from '#lib/xml/tree/element'
import { UnknownSyntax } from './xpath/error.js'
import { childrenOf, SCHEMATRON } from './elements.js'
import { announceFunctions, declareFunctions } from './sheet_functions.js'
import { compile, compileTest } from './xpath/compile.js'
import { contextOf, type Matches } from './context.js'
import { textOf } from './xpath/items.js'
import { parse } from './xpath/parser.js'
import type { Evaluate, Test } from './xpath/run.js'
import { Scope, Shared } from './xpath/scope.js'

/** One `assert`, or one `report`, which is broken when it is true. */
export interface Assertion {
  /** Empty for a report of Factur-X. */
  id: string
  isWarning: boolean
  isReport: boolean
  test: Test
  message: string
}

export interface Let {
  slot: number
  value: Evaluate
}

export interface SheetRule {
  matches: Matches
  lets: Let[]
  assertions: Assertion[]
}

export interface Pattern {
  rules: SheetRule[]
}

/** A Schematron schema, compiled for all documents. */
export interface Sheet {
  lets: Let[]
  patterns: Pattern[]
  asserts: number
  /** What is written with what the engine does not know: these rules are not asked. */
  unknown: string[]
}

/**
 * Compiles a schema of Schematron (ISO 19757-3, XPath 2.0), its own functions included.
 * `beside` reads what stands beside it, as `document('codes.xml')` asks.
 */
export function compileSheet(root: XmlNode, beside: (name: string) => XmlNode): Sheet {
  const prefixes = new Map([['xs', 'http://www.w3.org/2001/XMLSchema']])
  for (const one of childrenOf(root, 'ns')) prefixes.set(one.attributes.prefix, one.attributes.uri)
  const shared = new Shared({ compile, compileTest }, prefixes, beside)
  const sheet: Sheet = { lets: [], patterns: [], asserts: 0, unknown: [] }
  announceFunctions(root, shared)
  const global = letsOf(root, new Scope(shared), true)
  sheet.lets.push(...global.lets)
  const patterns = childrenOf(root, 'pattern')
  // What a pattern names, the next ones see: in the official compilation it is a global variable.
  let scope = global.scope
  const own = patterns.map((pattern) => {
    const seen = letsOf(pattern, scope, true)
    scope = seen.scope
    sheet.lets.push(...seen.lets)
    return seen
  })
  declareFunctions(root, scope)
  patterns.forEach((pattern, rank) => {
    sheet.patterns.push(patternOf(pattern, scope.seeing(own[rank].scope), sheet))
  })
  return sheet
}

function patternOf(node: XmlNode, scope: Scope, sheet: Sheet): Pattern {
  const rules: SheetRule[] = []
  for (const rule of childrenOf(node, 'rule')) {
    try {
      rules.push(ruleOf(rule, scope))
    } catch (error) {
      if (!(error instanceof UnknownSyntax)) throw error
      sheet.unknown.push(`${rule.attributes.context} : ${error.message}`)
    }
  }
  sheet.asserts += rules.reduce((sum, { assertions }) => sum + assertions.length, 0)
  return { rules }
}

function ruleOf(node: XmlNode, outer: Scope): SheetRule {
  const { prefixes } = outer.shared
  const { scope, lets } = letsOf(node, outer, false)
  const tested = node.children.filter(
    ({ name, namespace }) => namespace === SCHEMATRON && (name === 'assert' || name === 'report')
  )
  return {
    matches: contextOf(parse(node.attributes.context, prefixes), outer),
    lets,
    assertions: tested.map((one) => ({
      id: one.attributes.id ?? '',
      isWarning: /^warn/i.test(one.attributes.flag ?? one.attributes.role ?? ''),
      isReport: one.name === 'report',
      test: compileTest(parse(one.attributes.test, prefixes), scope),
      message: textOf(one).replace(/\s+/g, ' ').trim(),
    })),
  }
}

/** The variables that stand in an element; those of a pattern or a schema hold for a whole document. */
function letsOf(node: XmlNode, outer: Scope, isGlobal: boolean): { scope: Scope; lets: Let[] } {
  let scope = outer
  const lets: Let[] = []
  for (const { attributes } of childrenOf(node, 'let')) {
    const value = compile(parse(attributes.value, scope.shared.prefixes), scope)
    const next = scope.with(attributes.name, isGlobal)
    lets.push({ slot: next.slot, value })
    scope = next.scope
  }
  return { scope, lets }
}
