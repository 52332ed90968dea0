import './node_version.js'
import { standInForSettings, WITHOUT_SETTINGS } from './settings_of_a_build.js'
import { ruleCommand } from './rule_commands/find.js'

const [name, ...args] = process.argv.slice(2)
if (WITHOUT_SETTINGS.includes(name)) standInForSettings(process.env)
const rule = await ruleCommand(name)

if (rule && 'run' in rule) {
  // No application is started for a rule: it asks no base, no setting and no network.
  const { runFileCommand } = await import('./rule_commands/run_files.js')
  process.exitCode = await runFileCommand(name, rule, args, process.env)
} else if (rule) {
  const { runRuleCommand } = await import('./rule_commands/run.js')
  process.exitCode = await runRuleCommand(name, rule, args)
} else {
  await import('./young_memory.js')
  const { endWhileStarting, ignitor } = await import('./ignitor.js')
  const { sayWrongCalls } = await import('./wrong_command.js')
  ignitor()
    .tap(endWhileStarting)
    .ace()
    .configure(sayWrongCalls)
    .handle(process.argv.splice(2))
    .catch(async (error) => {
      const { prettyPrintError } = await import('@adonisjs/core')
      process.exitCode = 1
      prettyPrintError(error)
    })
}
