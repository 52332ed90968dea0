/**
 * What a runner tells whoever dealt it its files (bin/suite): how long each file took, what failed,
 * what was skipped; its errors are printed after a mark, so that they are said once for all runners.
 */
import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseReporter } from '@japa/runner/core'
import { spec } from '@japa/runner/reporters'
import type { Config, NamedReporterContract } from '@japa/runner/types'

/** A run inside this one (a second house) tells its own parent, not ours. */
const place = process.env.SUITE_FACTS
delete process.env.SUITE_FACTS

/** As `OVER` of bin/suite/runner.mjs. */
const OVER = '\u0001over'

/** True when the files were dealt by a parent, which says the end of the run. */
export const isDealt = Boolean(place)

/** Writes a fact down; nothing when nobody dealt the files. */
export function tell(fact: object): void {
  if (place) appendFileSync(place, `${JSON.stringify({ ...fact, at: Date.now() })}\n`)
}

/** Milliseconds of processor that this process has taken, its threads included, its children not. */
function computed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const pathOf = (file?: string) => relative(process.cwd(), file ?? '')

/** Tells of each file, suite and failure as they come, and of the counts at the end. */
export const telling: NonNullable<Config['plugins']>[number] = ({ emitter, runner }) => {
  let suite = ''
  let group: { title: string; from: number; cpu: number; file?: string } | null = null
  emitter.on('suite:start', ({ name }) => {
    suite = name
    tell({ suite })
  })
  emitter.on('suite:end', ({ name, errors, hasError }) => {
    tell({ suite: name })
    if (hasError && errors.length > 0) tell({ failed: `${name} (avant ou après ses tests)` })
  })
  emitter.on('group:start', ({ title, meta }) => {
    group = { title, from: Date.now(), cpu: computed(), file: meta.fileName }
  })
  emitter.on('group:end', ({ title, errors, meta }) => {
    const file = pathOf(meta.fileName)
    if (group) tell({ file, ms: Date.now() - group.from, cpu: computed() - group.cpu })
    if (errors.length > 0) tell({ failed: `${suite} / ${title} (${file})` })
    group = null
  })
  emitter.on('test:end', ({ title, duration, hasError, isFailing, meta }) => {
    const file = pathOf(meta.fileName)
    if (!group) tell({ file, ms: duration })
    if (hasError && !isFailing)
      tell({ failed: `${suite} / ${group ? `${group.title} / ` : ''}${title.expanded} (${file})` })
  })
  emitter.on('runner:end', () => tell({ counts: runner.getSummary().aggregates }))
}

class Errors extends BaseReporter {
  async end() {
    console.log(OVER)
    await this.printErrors(this.runner!.getSummary())
  }
}

/** The groups and tests as Japa prints them, then the errors alone, after their mark. */
const dealt: NamedReporterContract = {
  name: 'dealt',
  handler(runner, emitter) {
    const quietAtTheEnd = {
      on: (event: never, heard: never) => {
        if (event !== 'runner:end') emitter.on(event, heard)
      },
    }
    spec().handler(runner, quietAtTheEnd as never)
    new Errors().boot(runner, emitter)
  },
}

/** The reporters of a run that was dealt; Japa's own otherwise. */
export const reporters: Config['reporters'] = isDealt
  ? { activated: ['dealt'], list: [dealt] }
  : undefined
