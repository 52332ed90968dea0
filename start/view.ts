import app from '@adonisjs/core/services/app'
import edge from 'edge.js'
import { clock } from '#kernel/clock'
import { typeset } from '#lib/french/typeset'
import { spareEdge } from '#lib/patches/edge_costs'
import { sparePromises } from '#lib/patches/edge_loops'
import { withoutLayout } from '#web/template_layout'
import { addViewGlobals } from '#web/view_globals'

/** Templates change under who writes them alone: elsewhere each is compiled once. */
const areKept = app.inProduction || app.inTest
edge.configure({ cache: areKept })
addViewGlobals(edge, () => new Date(clock.ms()))
/** A text of a mail keeps the layout that it is read with. */
edge.processor.process('raw', ({ raw, path }) =>
  path.endsWith('_text.edge') ? raw : withoutLayout(raw)
)
edge.processor.process('compiled', ({ compiled }) => sparePromises(compiled))
edge.processor.process('output', ({ output }) => typeset(output))

if (areKept) spareEdge(edge)
