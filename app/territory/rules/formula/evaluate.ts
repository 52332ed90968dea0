import { type OperandKind, type Tree, walk } from './tree.js'

/** Where the figures come from; undefined when nobody recorded one. */
export interface FormulaContext {
  operand(kind: OperandKind, id: string, source: string | null): number | undefined
  fact?(kind: 'identite' | 'reponse', name: string, expected: string): boolean
}

export interface Evaluation {
  /** Null when a needed figure is missing, or when the result is not a finite number. */
  value: number | null
  missing: string[]
}

export interface Reference {
  id: string
  optional: boolean
  source: string | null
}

const COMPUTE = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '<': (a: number, b: number) => Number(a < b),
  '>': (a: number, b: number) => Number(a > b),
}

/**
 * Computes a formula. A missing optional figure counts for nothing, but when every figure is
 * missing the result is unknown, not zero; zero itself is a figure like another.
 */
export function evaluate(tree: Tree, context: FormulaContext): Evaluation {
  const operands = walk(tree).filter((node) => node.is === 'operand')
  const absent = operands.filter((it) => context.operand(it.kind, it.id, it.source) === undefined)
  const missing = [...new Set(absent.filter((it) => it.kind !== 'opt_val').map((it) => it.id))]
  const nothingKnown = operands.length > 0 && absent.length === operands.length
  if (missing.length > 0 || nothingKnown) return { value: null, missing }
  const value = compute(tree, context)
  return { value: Number.isFinite(value) ? value : null, missing }
}

/** The indicators a formula depends on, each once; needed as soon as one mention needs it. */
export function referencesOf(tree: Tree): Reference[] {
  const found = new Map<string, Reference>()
  for (const node of walk(tree)) {
    if (node.is !== 'operand') continue
    const known = found.get(node.id)
    const optional = node.kind === 'opt_val' && (known?.optional ?? true)
    found.set(node.id, { id: node.id, optional, source: known?.source ?? node.source })
  }
  return [...found.values()]
}

function compute(tree: Tree, context: FormulaContext): number {
  switch (tree.is) {
    case 'number':
      return tree.value
    case 'operand':
      return context.operand(tree.kind, tree.id, tree.source) ?? 0
    case 'fact':
      return Number(context.fact?.(tree.kind, tree.name, tree.expected) ?? false)
    case 'operation':
      return COMPUTE[tree.operator](compute(tree.left, context), compute(tree.right, context))
    case 'choice':
      return compute(compute(tree.condition, context) ? tree.then : tree.otherwise, context)
  }
}
