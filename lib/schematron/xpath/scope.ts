import type { XmlNode } from '#lib/xml/tree/element'
import type { Expr } from './ast.js'
import { UnknownSyntax } from './error.js'
import type { Evaluate, Run, Test } from './run.js'
import { DocumentNode, type Item, type Items } from './items.js'
import type { Prefixes } from './cursor.js'

/** A function that a sheet declares, called with the values of its arguments. */
export type Declared = (args: Items[], run: Run) => Items

/** Makes programs of expressions. Each asks it for those that it is made of. */
export interface Compiler {
  /** What an expression gives. @throws UnknownSyntax */
  compile(expr: Expr, scope: Scope): Evaluate
  /** Whether it is true. @throws UnknownSyntax */
  compileTest(expr: Expr, scope: Scope): Test
}

/** What the expressions of a sheet share: its prefixes, its functions, and places for its variables. */
export class Shared {
  slots = 0
  #documents = new Map<string, Items>()
  #memos = new Map<string, number>()
  #indexes = new Map<string, WeakMap<object, Map<string, Item[]>>>()
  readonly functions = new Map<string, Declared>()

  constructor(
    readonly compiler: Compiler,
    readonly prefixes: Prefixes,
    private readonly beside: (name: string) => XmlNode
  ) {}

  /** `document('codes.xml')`: a file that stands beside the sheet, read when it is first asked for. */
  document(name: string): Items {
    let known = this.#documents.get(name)
    if (!known) this.#documents.set(name, (known = [new DocumentNode(this.beside(name))]))
    return known
  }

  /** Where what an expression gives for a document is kept; the same for all that are written so. */
  memo(key: string | null): number {
    const known = key === null ? undefined : this.#memos.get(key)
    const place = known ?? this.#memos.size
    this.#memos.set(key ?? `#${place}`, place)
    return place
  }

  /** The indexes of nodes by a key, kept as long as the node below which they stand. */
  indexes(key: string): WeakMap<object, Map<string, Item[]>> {
    let known = this.#indexes.get(key)
    if (!known) this.#indexes.set(key, (known = new WeakMap()))
    return known
  }
}

/** The variables that an expression may read. */
export class Scope {
  readonly #known: ReadonlyMap<string, { slot: number; isGlobal: boolean }>

  constructor(
    readonly shared: Shared,
    known: ReadonlyMap<string, { slot: number; isGlobal: boolean }> = new Map()
  ) {
    this.#known = known
  }

  /** This scope with one variable more; a global one keeps its value through a document. */
  with(name: string, isGlobal = false): { scope: Scope; slot: number } {
    const slot = this.shared.slots++
    const known = new Map([...this.#known, [name, { slot, isGlobal }]])
    return { scope: new Scope(this.shared, known), slot }
  }

  /** This scope, with what `nearer` sees put before. */
  seeing(nearer: Scope): Scope {
    return new Scope(this.shared, new Map([...this.#known, ...nearer.#known]))
  }

  compile(expr: Expr): Evaluate {
    return this.shared.compiler.compile(expr, this)
  }

  compileTest(expr: Expr): Test {
    return this.shared.compiler.compileTest(expr, this)
  }

  /** @throws UnknownSyntax when nothing of that name is in sight */
  slotOf(name: string): number {
    const known = this.#known.get(name)
    if (!known) throw new UnknownSyntax(`variable $${name}`)
    return known.slot
  }

  isGlobal(name: string): boolean {
    return this.#known.get(name)?.isGlobal ?? false
  }
}

/** A scope that only says whether variables are global. */
export const binding = (scope: Scope, name: string) => scope.with(name).scope
