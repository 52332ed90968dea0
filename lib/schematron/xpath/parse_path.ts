import type { Axis, Expr, NodeTest, Step } from './ast.js'
import { UnknownSyntax } from './error.js'
import type { Parsing } from './cursor.js'

const KINDS = ['node', 'text', 'element', 'comment', 'attribute', 'processing-instruction']
const ANY: NodeTest = { kind: 'node' }
const DESCENDANTS: Step = { kind: 'axis', axis: 'descendant-or-self', test: ANY, predicates: [] }

/** A path, or what stands alone: a literal, a call, an expression between brackets. */
export function pathIn(parser: Parsing): Expr {
  const { cursor } = parser
  const steps: Step[] = []
  const isAbsolute = cursor.isSign('/', '//')
  if (cursor.skip('//')) steps.push(DESCENDANTS)
  else if (cursor.skip('/') && !beginsStep(parser)) return { kind: 'path', isAbsolute, steps }
  steps.push(stepIn(parser))
  while (cursor.isSign('/', '//')) {
    if (cursor.take().value === '//') steps.push(DESCENDANTS)
    steps.push(stepIn(parser))
  }
  const [only] = steps
  const isAlone = !isAbsolute && steps.length === 1 && only.kind === 'expression'
  if (isAlone && only.predicates.length === 0) return only.of
  return { kind: 'path', isAbsolute, steps: steps.reduce(shortened, []) }
}

/** `//` before a child is its descendants: the same nodes, when no predicate counts them. */
function shortened(steps: Step[], step: Step): Step[] {
  const isChild = step.kind === 'axis' && step.axis === 'child'
  if (steps.at(-1) !== DESCENDANTS || !isChild || step.predicates.some(isCounting)) {
    return [...steps, step]
  }
  return [...steps.slice(0, -1), { ...step, axis: 'descendant' }]
}

/** Whether a predicate may say a place: a number, or what is reckoned from `position` and `last`. */
export function isCounting(predicate: Expr): boolean {
  if (predicate.kind === 'number' || predicate.kind === 'arithmetic') return true
  if (predicate.kind === 'call') return /^(position|last|number|count)$/.test(predicate.name)
  return 'left' in predicate && (mentionsPlace(predicate.left) || mentionsPlace(predicate.right))
}

const mentionsPlace = (expr: Expr): boolean =>
  (expr.kind === 'call' && /^(position|last)$/.test(expr.name)) ||
  ('left' in expr && (mentionsPlace(expr.left) || mentionsPlace(expr.right)))

function beginsStep({ cursor }: Parsing): boolean {
  return cursor.next.kind === 'word' || cursor.isSign('.', '..', '@', '*', '(', '$')
}

function stepIn(parser: Parsing): Step {
  const { cursor } = parser
  const { kind, value } = cursor.next
  if (kind === 'word' && cursor.afterNext.value === '::') {
    cursor.take()
    cursor.take()
    return along(parser, value as Axis)
  }
  if (cursor.skip('..')) {
    return { kind: 'axis', axis: 'parent', test: ANY, predicates: predicates(parser) }
  }
  if (cursor.skip('@')) return along(parser, 'attribute')
  const isCall = kind === 'word' && isBracket(cursor.afterNext) && !KINDS.includes(value)
  if (cursor.isSign('*') || (kind === 'word' && !isCall)) return along(parser, 'child')
  const of = primary(parser)
  return { kind: 'expression', of, predicates: predicates(parser) }
}

const isBracket = ({ kind, value }: { kind: string; value: string }) =>
  kind === 'sign' && value === '('

function primary(parser: Parsing): Expr {
  const { cursor } = parser
  const { kind, value } = cursor.take()
  if (kind === 'text') return { kind: 'text', value }
  if (kind === 'number') return { kind: 'number', written: value }
  if (kind === 'word') return { kind: 'call', name: value.replace(/^fn:/, ''), args: args(parser) }
  if (value === '.') return { kind: 'context' }
  if (value === '$') return { kind: 'variable', name: cursor.take().value }
  if (value !== '(') throw new UnknownSyntax(`« ${value} » ne commence pas un chemin`)
  if (cursor.skip(')')) return { kind: 'sequence', items: [] }
  const of = parser.all()
  cursor.expect(')')
  return of
}

function args(parser: Parsing): Expr[] {
  const { cursor } = parser
  cursor.expect('(')
  const given: Expr[] = []
  if (cursor.skip(')')) return given
  do given.push(parser.single())
  while (cursor.skip(','))
  cursor.expect(')')
  return given
}

const along = (parser: Parsing, axis: Axis): Step => ({
  kind: 'axis',
  axis,
  test: nodeTest(parser, axis),
  predicates: predicates(parser),
})

function nodeTest(parser: Parsing, axis: Axis): NodeTest {
  const { cursor } = parser
  const { value, kind } = cursor.take()
  if (kind === 'sign' && value === '*') return { kind: 'name', namespace: null, local: null }
  if (kind !== 'word') throw new UnknownSyntax(`« ${value} » n’est pas un nom`)
  if (cursor.isSign('(') && KINDS.includes(value)) {
    cursor.take()
    cursor.skip('*')
    cursor.expect(')')
    if (value === 'node' || value === 'element') return { kind: value }
    throw new UnknownSyntax(`${value}()`)
  }
  return nameTest(value, parser, axis)
}

function nameTest(written: string, { prefixes }: Parsing, axis: Axis): NodeTest {
  if (written.startsWith('*:')) return { kind: 'name', namespace: null, local: written.slice(2) }
  const colon = written.indexOf(':')
  // A document is read with the local names of its attributes alone.
  const isAttribute = axis === 'attribute'
  if (colon === -1) return { kind: 'name', namespace: isAttribute ? null : '', local: written }
  const namespace = prefixes.get(written.slice(0, colon))
  if (namespace === undefined) throw new UnknownSyntax(`préfixe ${written.slice(0, colon)}`)
  const local = written.slice(colon + 1)
  return {
    kind: 'name',
    namespace: isAttribute ? null : namespace,
    local: local === '*' ? null : local,
  }
}

function predicates(parser: Parsing): Expr[] {
  const found: Expr[] = []
  while (parser.cursor.skip('[')) {
    found.push(parser.all())
    parser.cursor.expect(']')
  }
  return found
}
