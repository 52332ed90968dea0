/** What a name test wants; null takes any namespace, or any local name. */
export interface NameTest {
  kind: 'name'
  namespace: string | null
  local: string | null
}

export type NodeTest = NameTest | { kind: 'node' } | { kind: 'element' }

export type Axis =
  | 'child'
  | 'attribute'
  | 'parent'
  | 'self'
  | 'descendant'
  | 'descendant-or-self'
  | 'ancestor'
  | 'ancestor-or-self'
  | 'following-sibling'
  | 'preceding-sibling'
  | 'preceding'
  | 'following'

export type Step =
  | { kind: 'axis'; axis: Axis; test: NodeTest; predicates: Expr[] }
  | { kind: 'expression'; of: Expr; predicates: Expr[] }

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'
export type Operator = '+' | '-' | '*' | 'div' | 'idiv' | 'mod'

export interface Binding {
  name: string
  of: Expr
}

type Two<Kind> = { kind: Kind; left: Expr; right: Expr }

/** An expression of XPath 2.0, as far as Schematron rules on invoices use it. */
export type Expr =
  | { kind: 'text'; value: string }
  | { kind: 'number'; written: string }
  | { kind: 'context' }
  | { kind: 'variable'; name: string }
  | { kind: 'sequence'; items: Expr[] }
  | Two<'or'>
  | Two<'and'>
  | Two<'range'>
  | Two<'union'>
  | Two<'intersect'>
  | Two<'except'>
  | (Two<'general'> & { comparison: Comparison })
  | (Two<'value'> & { comparison: Comparison })
  | (Two<'arithmetic'> & { operator: Operator })
  | { kind: 'negate'; of: Expr }
  | { kind: 'if'; test: Expr; then: Expr; otherwise: Expr }
  | { kind: 'for' | 'some' | 'every' | 'let'; bindings: Binding[]; result: Expr }
  | { kind: 'cast' | 'castable' | 'instance'; of: Expr; type: string; isOptional: boolean }
  | { kind: 'call'; name: string; args: Expr[] }
  | { kind: 'path'; isAbsolute: boolean; steps: Step[] }
