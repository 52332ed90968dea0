import type { Expr } from './ast.js'
import { castTo, knownType } from './cast.js'
import { UnknownSyntax } from './error.js'
import { NUMBERS } from './functions/numbers.js'
import { SEQUENCES } from './functions/sequences.js'
import { TEXTS } from './functions/texts.js'
import { atomized, NONE } from './items.js'
import { integer } from './numbers.js'
import { onlyOf, type Builtin, type Evaluate } from './run.js'
import type { Scope } from './scope.js'

const BUILTINS: Readonly<Record<string, Builtin>> = { ...TEXTS, ...NUMBERS, ...SEQUENCES }

/** These read the item at hand when they are given nothing. */
const OF_CONTEXT = new Set([
  'string',
  'string-length',
  'normalize-space',
  'number',
  'data',
  'name',
  'local-name',
  'root',
])

/** A call of a function of XPath, of XML Schema, or of the sheet. @throws UnknownSyntax */
export function callOf(expr: Expr & { kind: 'call' }, scope: Scope): Evaluate {
  const { name } = expr
  const args = expr.args.map((one) => scope.compile(one))
  if (name === 'position') return (_item, run) => [integer(run.position)]
  if (name === 'last') return (_item, run) => [integer(run.size)]
  if (name === 'document') return documentOf(expr, scope)
  if (name.startsWith('xs:')) return constructor(name.slice('xs:'.length), args[0])
  if (args.length === 0 && OF_CONTEXT.has(name)) args.push((item) => [item])
  if (name === 'root') return (_item, run) => [run.document]
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : null
  if (builtin) return applied(builtin, args)
  return declared(`${name}#${args.length}`, args, scope)
}

/** Most calls have one argument or two: no list is made on the way for one of them. */
function applied(builtin: Builtin, args: Evaluate[]): Evaluate {
  const [first, second] = args
  if (args.length === 1) return (item, run) => builtin([first(item, run)])
  if (args.length === 2) return (item, run) => builtin([first(item, run), second(item, run)])
  return (item, run) => builtin(args.map((arg) => arg(item, run)))
}

function declared(key: string, args: Evaluate[], scope: Scope): Evaluate {
  const { functions } = scope.shared
  if (!functions.has(key)) throw new UnknownSyntax(`fonction ${key}`)
  return (item, run) =>
    functions.get(key)!(
      args.map((arg) => arg(item, run)),
      run
    )
}

function constructor(type: string, arg: Evaluate): Evaluate {
  knownType(type)
  return (item, run) => {
    const one = onlyOf(arg(item, run))
    return one === undefined ? NONE : [castTo(type, atomized(one))]
  }
}

/** A file that stands beside the sheet, read when it is first asked for. */
function documentOf(expr: Expr & { kind: 'call' }, scope: Scope): Evaluate {
  const [name] = expr.args
  if (name?.kind !== 'text') throw new UnknownSyntax('document()')
  return () => scope.shared.document(name.value)
}
