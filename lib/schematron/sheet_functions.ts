import type { XmlNode } from '#lib/xml/tree/element'
import { childrenOf } from './elements.js'
import { castTo } from './xpath/cast.js'
import { compile } from './xpath/compile.js'
import { UnknownSyntax } from './xpath/error.js'
import { atomized, isUntyped, type Items } from './xpath/items.js'
import { parse } from './xpath/parser.js'
import { onlyOf, type Evaluate } from './xpath/run.js'
import type { Scope, Shared } from './xpath/scope.js'

const XSLT = 'http://www.w3.org/1999/XSL/Transform'

/** Says which functions of XSLT a schema has, before anything that may call one is compiled. */
export function announceFunctions(root: XmlNode, { functions }: Shared): void {
  for (const one of childrenOf(root, 'function', XSLT)) functions.set(keyOf(one), () => [])
}

/** Compiles these functions: parameters, variables, one value. @throws UnknownSyntax */
export function declareFunctions(root: XmlNode, scope: Scope): void {
  for (const one of childrenOf(root, 'function', XSLT)) {
    scope.shared.functions.set(keyOf(one), declared(one, scope))
  }
}

const keyOf = (node: XmlNode) => `${node.attributes.name}#${childrenOf(node, 'param', XSLT).length}`

function declared(node: XmlNode, outer: Scope) {
  let scope = outer
  const params = childrenOf(node, 'param', XSLT).map(({ attributes }) => {
    const next = scope.with(attributes.name)
    scope = next.scope
    return { slot: next.slot, convert: conversion(attributes.as ?? '') }
  })
  const body = bodyOf(node, scope)
  return (args: Items[], run: Parameters<Evaluate>[1]): Items => {
    params.forEach(({ slot, convert }, rank) => {
      run.slots[slot] = convert(args[rank])
    })
    return body(run.document, run)
  }
}

/** What the type of a parameter does to what it is given (XPath 2.0, §3.1.5). */
function conversion(type: string): (given: Items) => Items {
  const [, name, occurs] = /^\s*xs:(\w+)([?*+]?)\s*$/.exec(type) ?? []
  if (name === undefined) return (given) => given
  const convert = (item: Items[number]) => {
    const value = atomized(item)
    return isUntyped(value) ? castTo(name, value) : value
  }
  const isOne = occurs === '' || occurs === '?'
  return (given) => {
    if (isOne) onlyOf(given)
    return given.map(convert)
  }
}

function bodyOf(node: XmlNode, outer: Scope): Evaluate {
  let scope = outer
  const steps: { slot: number | null; value: Evaluate }[] = []
  const value = (one: XmlNode) =>
    compile(parse(one.attributes.select, scope.shared.prefixes), scope)
  for (const child of node.children) {
    if (child.name === 'param') continue
    if (child.name === 'variable') {
      const made = value(child)
      const next = scope.with(child.attributes.name)
      steps.push({ slot: next.slot, value: made })
      scope = next.scope
    } else if (child.name === 'sequence' || child.name === 'value-of') {
      steps.push({ slot: null, value: value(child) })
    } else throw new UnknownSyntax(`xsl:${child.name}`)
  }
  return (item, run) => {
    const given: Items[number][] = []
    for (const { slot, value: evaluate } of steps) {
      if (slot === null) for (const one of evaluate(item, run)) given.push(one)
      else run.slots[slot] = evaluate(item, run)
    }
    return given
  }
}
