import app from '@adonisjs/core/services/app'
import edge from 'edge.js'
import { clock } from '#kernel/clock'
import { typeset } from '#lib/french/typeset'
import { withoutLayout } from '#web/template_layout'
import { addViewGlobals } from '#web/view_globals'

addViewGlobals(edge, () => clock.now())
/** A text of a mail keeps the layout that it is read with. */
edge.processor.process('raw', ({ raw, path }) =>
  path.endsWith('_text.edge') ? raw : withoutLayout(raw)
)
edge.processor.process('output', ({ output }) => typeset(output))

/**
 * Three costs of Edge 6.5.1 in production (design notes, stack §6): it reads the components folder
 * again for every renderer, finds the path of a component again for each line of a list, and
 * compiles every `@include` again for want of a cache key.
 */
if (app.inProduction) {
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
}
