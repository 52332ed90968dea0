import { type Edge, Template } from 'edge.js'

/** What HTML asks to be written otherwise. */
const SPECIAL = /["&'<>`]/

/**
 * Four costs of Edge 6.5 in production: it reads the components folder again for every renderer,
 * finds the path of a component again for each line of a list, compiles every `@include` again
 * for want of a cache key, and makes anew each text of which no sign is to be written otherwise.
 */
export function spareEdge(edge: Edge): void {
  const list = edge.loader.listComponents.bind(edge.loader)
  let memo: ReturnType<typeof list> | undefined
  edge.loader.listComponents = () => (memo ??= list())
  const find = edge.loader.makePath.bind(edge.loader)
  const paths = new Map<string, string>()
  edge.loader.makePath = (template: string) => {
    const known = paths.get(template)
    if (known) return known
    const path = find(template)
    paths.set(template, path)
    return path
  }
  for (const compiler of [edge.compiler, edge.asyncCompiler]) {
    const compile = compiler.compile.bind(compiler)
    compiler.compile = (path: string, locals?: string[]) =>
      compile(path, locals?.length ? locals : undefined)
  }
  const escape = Template.prototype.escape
  Template.prototype.escape = function (text: unknown) {
    return typeof text === 'string' && !SPECIAL.test(text) ? text : escape.call(this, text)
  }
}
