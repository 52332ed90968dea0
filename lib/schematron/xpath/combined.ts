import { Decimal } from '#lib/values'
import { XmlNode } from '#lib/xml/tree/element'
import type { Expr } from './ast.js'
import { sorted } from './axes.js'
import { castTo, isCastable, knownType } from './cast.js'
import { atomized, isNode, NONE, textOf } from './items.js'
import { decimalOf, integer, reckoned } from './numbers.js'
import { onlyOf, type Evaluate } from './run.js'
import type { Scope } from './scope.js'

type Combined = Exclude<
  Expr,
  { kind: 'text' | 'number' | 'context' | 'variable' | 'path' | 'call' }
>

/** What joins two expressions, or turns one: sums, unions, ranges, types. @throws UnknownSyntax */
export function combined(expr: Combined, scope: Scope): Evaluate {
  if ('of' in expr) return ofOne(expr, scope)
  if (!('left' in expr)) throw new TypeError(expr.kind)
  const [left, right] = [scope.compile(expr.left), scope.compile(expr.right)]
  switch (expr.kind) {
    case 'arithmetic':
      return (item, run) => reckoned(expr.operator, left(item, run), right(item, run))
    case 'union':
      return (item, run) => sorted([...left(item, run), ...right(item, run)])
    case 'intersect':
    case 'except': {
      const wanted = expr.kind === 'intersect'
      return (item, run) => {
        const others = new Set(right(item, run))
        return left(item, run).filter((one) => others.has(one) === wanted)
      }
    }
    default:
      return (item, run) => {
        const ends = [onlyOf(left(item, run)), onlyOf(right(item, run))]
        if (ends[0] === undefined || ends[1] === undefined) return NONE
        const [from, to] = ends.map((one) => Number(decimalOf(one!)))
        return Array.from({ length: Math.max(0, to - from + 1) }, (_, rank) => integer(from + rank))
      }
  }
}

function ofOne(expr: Extract<Expr, { of: Expr }>, scope: Scope): Evaluate {
  const of = scope.compile(expr.of)
  if (expr.kind === 'negate') return (item, run) => reckoned('-', [Decimal.ZERO], of(item, run))
  const { kind, type, isOptional } = expr
  if (kind === 'instance') {
    if (type !== 'element' && type !== 'node') knownType(type)
    return (item, run) => [
      of(item, run).every((one) =>
        type === 'element' ? one instanceof XmlNode : isNode(one) || textOf(one) !== null
      ),
    ]
  }
  knownType(type)
  return (item, run) => {
    const one = onlyOf(of(item, run))
    if (kind === 'cast') return one === undefined ? NONE : [castTo(type, atomized(one))]
    return one === undefined ? [isOptional] : [isCastable(type, one)]
  }
}
