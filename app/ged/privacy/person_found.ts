import type Node from '../nodes/node.js'
import type Version from '../nodes/version.js'

/** A document that names a person. */
export interface FoundOfPerson {
  node: Node
  /** Within its space. */
  path: string
  /** The address of its space. */
  space: string
  /** « Courriel », « Prénom et nom »: how it names her. */
  named: string[]
  snippet: string | null
  /** What is said of her beside it, in comments. */
  comments: string[]
  /** Its versions before the last that name her. */
  older: Version[]
}
