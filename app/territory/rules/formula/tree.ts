/** The figures a formula may ask for: a value, an optional value, a target, a limit. */
export type OperandKind = 'val' | 'opt_val' | 'cible' | 'limite'

/** A parsed formula. `fact` compares the identity or the answer of a collectivite. */
export type Tree =
  | { is: 'number'; value: number }
  | { is: 'operand'; kind: OperandKind; id: string; source: string | null }
  | { is: 'fact'; kind: 'identite' | 'reponse'; name: string; expected: string }
  | { is: 'operation'; operator: Operator; left: Tree; right: Tree }
  | { is: 'choice'; condition: Tree; then: Tree; otherwise: Tree }

export type Operator = '+' | '-' | '*' | '/' | '<' | '>'

/** Every sub-tree, itself first, left to right. */
export function walk(tree: Tree): Tree[] {
  if (tree.is === 'operation') return [tree, ...walk(tree.left), ...walk(tree.right)]
  if (tree.is === 'choice') {
    return [tree, ...walk(tree.condition), ...walk(tree.then), ...walk(tree.otherwise)]
  }
  return [tree]
}
